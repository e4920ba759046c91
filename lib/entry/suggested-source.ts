import type { EntryCell, Typed } from './cell'

/**
 * What a person types, with the office that supplied the figure last time taken along into a cell that was never saved: the
 * person sees it and may change or remove it. An answer taken away again takes the suggestion with it; a document's number is
 * never suggested, since each belongs to one figure.
 */
export function withSuggestion(cell: EntryCell, typed: Typed): Typed {
  const { suggested, saved, draft } = cell
  if (suggested === undefined || saved.version > 0) return typed
  const isBlank = typed.state === 'blank' || (typed.state !== 'notApplicable' && isEmpty(typed))
  if (!isBlank && draft === null && typed.source === undefined) {
    return { ...typed, source: { office: suggested.office, document: '' } }
  }
  if (!isBlank || typed.source?.office !== suggested.office || typed.source.document !== '') return typed
  const { state, text, reason, expectedOn } = typed
  return { state, text, reason, expectedOn }
}

const isEmpty = ({ state, text }: Typed): boolean => state !== 'notYetAvailable' && text.trim() === ''

/** Whether the office shown is only suggested so far: from last time, and not saved. */
export function isSuggested({ suggested, saved, draft }: EntryCell): boolean {
  if (suggested === undefined || saved.version > 0) return false
  return draft === null || draft.typed.source === undefined || draft.typed.source.office === suggested.office
}
