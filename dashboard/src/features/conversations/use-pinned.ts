/** Does the reader stand at the newest message? Then the thread stays there, whatever grows or arrives. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

// So many pixels from the bottom still count as being there.
const NEAR = 80;

interface Pinned {
  atEnd: boolean;
  onScroll: () => void;
  toEnd: () => void;
  /** What is shown next stands elsewhere. */
  leaveEnd: () => void;
}

/** `size` is the height of the content; pictures and letters settle after they were estimated. `hasEnd`: the newest is there. */
export function usePinned(scroller: RefObject<HTMLElement | null>, size: number, { fromEnd, hasEnd }: { fromEnd: boolean; hasEnd: boolean }): Pinned {
  const pinned = useRef(fromEnd);
  const lastTop = useRef(0);
  const [atEnd, setAtEnd] = useState(fromEnd);

  const stay = useCallback(() => {
    const element = scroller.current;
    if (element && pinned.current) element.scrollTop = element.scrollHeight;
  }, [scroller]);

  const toEnd = useCallback(() => {
    pinned.current = true;
    setAtEnd(true);
    stay();
  }, [stay]);

  const leaveEnd = useCallback(() => {
    pinned.current = false;
    setAtEnd(false);
  }, []);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const near = element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR;
    // Growth below never moves the top up; only the reader does.
    if (near && hasEnd) pinned.current = true;
    else if (element.scrollTop < lastTop.current) pinned.current = false;
    lastTop.current = element.scrollTop;
    setAtEnd(pinned.current);
  }, [scroller, hasEnd]);

  useLayoutEffect(stay, [size, stay]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // The composer grows and gives way to notices; the newest message must not slip behind it.
    const observer = new ResizeObserver(stay);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, stay]);

  return { atEnd, onScroll, toEnd, leaveEnd };
}
