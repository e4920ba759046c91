import { forbiddenUses, type ForbiddenUse } from '@/lib/notice'

/** The forbidden use that a purpose speaks of, and the word by which it is known; null where it speaks of none. */
export function forbiddenUse(purpose: string): { readonly use: ForbiddenUse; readonly word: string } | null {
  const plain = purpose.normalize('NFKC').replace(/\s/g, '')
  for (const use of forbiddenUses) {
    const word = use.words.find((each) => plain.includes(each))
    if (word !== undefined) return { use, word }
  }
  return null
}
