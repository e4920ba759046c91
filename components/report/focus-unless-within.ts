/** Puts the focus where a form begins, unless a person is in the form already: what is typed goes on into the box where it began. */
export function focusUnlessWithin(form: HTMLElement | null, to: HTMLElement | null | undefined): void {
  if (form?.contains(document.activeElement) !== true) to?.focus()
}
