import { words } from '@/lib/i18n'
import { dayOf, type Locale } from '@/lib/values'

/** What a file is called that says what was known at a past moment; the same name where it says what is known now. */
export function knownName(name: string, known: Date | null, locale: Locale): string {
  if (known === null) return name
  // Minutes in Beijing, without the signs that file systems refuse.
  const minutes = new Date(known.getTime() + 8 * 3_600_000).toISOString().slice(11, 16).replace(':', '')
  return words(locale).known.file(name, `${dayOf(known)}T${minutes}`)
}
