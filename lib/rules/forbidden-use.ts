import { forbiddenUses, negatedUse, plainUse, type ForbiddenUse } from '@/lib/notice'

/**
 * The forbidden use that a purpose speaks of, and the word by which it is known; null where it speaks of none. What a purpose
 * says it does not contain (不含征地、拆迁) is not what it is for, unless that is denied in its turn (并非不含征地).
 */
export function forbiddenUse(purpose: string): { readonly use: ForbiddenUse; readonly word: string } | null {
  const plain = plainUse(purpose).replace(negatedUse, '')
  for (const use of forbiddenUses) {
    const word = use.words.find((each) => plain.includes(plainUse(each)))
    if (word !== undefined) return { use, word }
  }
  return null
}
