import { Fragment } from 'react'

/** A text with the little arithmetic that readings need: `V_0` and `100^N` become sub- and superscripts. */
export function Maths({ text }: { text: string }) {
  return text.split(/([_^](?:[A-Za-z0-9]))/).map((part, i) => {
    if (part.startsWith('_')) return <sub key={i}>{part.slice(1)}</sub>
    if (part.startsWith('^')) return <sup key={i}>{part.slice(1)}</sup>
    return <Fragment key={i}>{part}</Fragment>
  })
}
