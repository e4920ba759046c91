/** City, period, version, and a tail that nobody can work out. Receipts given before had eight signs of the digest. */
const RECEIPT_NUMBER = /^CJ-\d{6}-\d{4}(?:Q[1-4])?-\d{1,4}-[0-9A-Z]{8,10}$/

/**
 * A receipt number as it was typed, scanned or pasted: full-width signs, small letters, long dashes and blanks are read.
 * @returns the number as it stands on the receipt, or null when it cannot be one
 */
export function readReceiptNumber(text: string): string | null {
  if (text.length > 100) return null
  const number = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, '')
    .toUpperCase()
  return RECEIPT_NUMBER.test(number) ? number : null
}

/**
 * A digest as it was pasted, in groups or in one.
 * @returns 64 small hexadecimal signs, or null when it cannot be one
 */
export function readDigest(text: string): string | null {
  if (text.length > 200) return null
  const digest = text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(digest) ? digest : null
}
