/** How wide is an element now? */
import { type RefObject, useLayoutEffect, useState } from "react";

/** Its width in pixels; `supposed` until it stands on the page. */
export function useWidth(element: RefObject<HTMLElement | null>, supposed: number): number {
  const [width, setWidth] = useState(supposed);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const observer = new ResizeObserver(() => setWidth(target.clientWidth));
    setWidth(target.clientWidth);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
