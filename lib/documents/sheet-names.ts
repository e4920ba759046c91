import { cleanText } from './clean-text'

const LONGEST = 31

/** Names that Excel accepts, in order: no forbidden signs, at most 31 characters, none twice in whatever case. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return wanted.map((name, index) => {
    const clean = cut(acceptable(name), LONGEST) || `Sheet${index + 1}`
    let unique = clean
    for (let n = 2; taken.has(unique.toLowerCase()); n++) {
      const suffix = ` (${n})`
      unique = cut(clean, LONGEST - suffix.length) + suffix
    }
    taken.add(unique.toLowerCase())
    return unique
  })
}

function acceptable(name: string): string {
  const clean = cleanText(name)
    .replace(/[\\/?*:[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'+|'+$/g, '')
    .trim()
  // Excel keeps this one name for itself.
  return clean.toLowerCase() === 'history' ? `${clean}_` : clean
}

/** At most so many UTF-16 units, never half a character, no trailing space or apostrophe. */
function cut(name: string, length: number): string {
  return cleanText(name.slice(0, length)).replace(/[ ']+$/, '')
}

/** A sheet's name as formulas and defined names write it. */
export function quotedSheetName(name: string): string {
  return `'${name.replace(/'/g, "''")}'`
}
