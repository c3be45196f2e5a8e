/** Which class names apply? */
export { clsx as cx } from "clsx";
