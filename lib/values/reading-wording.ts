import { cleanText } from './text'

/** A mark and its reason as one text, by which two wordings of a reading are compared; '' while there is neither. */
export function readingWording(mark: string, reason: string): string {
  const text = cleanText(reason)
  return mark === '' && text === '' ? '' : `${mark}\n${text}`
}
