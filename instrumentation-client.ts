/**
 * Runs in the browser before everything else of the portal. The offices that still have Windows 7 have Chromium 109 at the
 * latest, under this or another name, which lacks only this of what the portal and its libraries use.
 */

// Copies of arrays: ECMAScript 2023, Chromium 110.
type Changed = 'toReversed' | 'toSorted' | 'toSpliced' | 'with'

const copies: Pick<unknown[], Changed> = {
  toReversed(this: readonly unknown[]) {
    return Array.from(this).reverse()
  },
  toSorted(this: readonly unknown[], compare?: (a: unknown, b: unknown) => number) {
    return Array.from(this).sort(compare)
  },
  toSpliced(this: readonly unknown[], ...given: [number, number, ...unknown[]]) {
    const copy = Array.from(this)
    copy.splice(...given)
    return copy
  },
  with(this: readonly unknown[], index: number, value: unknown) {
    const copy = Array.from(this)
    const at = index < 0 ? copy.length + index : index
    if (at < 0 || at >= copy.length) throw new RangeError(`there is no place ${index} in ${copy.length}`)
    copy[at] = value
    return copy
  },
}

for (const [name, value] of Object.entries(copies)) {
  if (!(name in Array.prototype))
    Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true })
}

// The button by which a form is sent: Chromium 112. Without it, which of several deeds is meant is left out.
if (!takesButton()) {
  window.FormData = new Proxy(FormData, {
    construct(target, [form, button]: [HTMLFormElement?, (HTMLButtonElement | HTMLInputElement | null)?]) {
      const sent = new target(form)
      if (button != null && button.name !== '') sent.append(button.name, button.value)
      return sent
    },
  })
}

function takesButton(): boolean {
  const form = document.createElement('form')
  const button = document.createElement('button')
  button.name = 'pressed'
  form.append(button)
  return new FormData(form, button).has('pressed')
}
