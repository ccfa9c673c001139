/**
 * `ref` of what a person goes on with after a step of their own, such as the box of a window that they opened.
 * Not for a page that merely loads: there the focus stays where the person left it.
 */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

/** The same for a wrapper: focuses the box inside it. */
export function takeFocusWithin(element: HTMLElement | null): void {
  element?.querySelector('input')?.focus();
}
