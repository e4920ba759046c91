import { cleanText } from '../clean-text'

/**
 * A text as a cell shows it: `_x000D_` stands for the character of that number (ECMA-376 22.9.2.19); what no document can hold
 * is left out.
 */
export function cellTextOf(stored: string): string {
  const text = stored.includes('_x')
    ? stored.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : stored
  return SUSPECT.test(text) ? cleanText(text) : text
}

// Everything that cleaning might take away begins here; most texts have none of it.
const SUSPECT = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/
