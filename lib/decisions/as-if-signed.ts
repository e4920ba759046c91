import type { Decision } from './decision'

/** A decision as it might be: what is rehearsed. */
export type Draft = Pick<Decision, 'city' | 'content'>

/** The book as it would be if drafts were signed and held from this day on, after everything else that was signed. */
export function asIfSigned(
  book: readonly Decision[],
  drafts: readonly Draft[],
  day: string,
): readonly Decision[] {
  const nobody = { reason: '', rehearsal: '', by: '', byName: '', at: new Date(day) }
  return [
    ...book,
    ...drafts.map(({ city, content }): Decision => ({
      id: '',
      city,
      content,
      contentHash: '',
      documentNumber: '',
      reason: '',
      effectiveFrom: day,
      endsOn: null,
      rehearsal: '',
      proposedBy: '',
      proposedByName: '',
      proposedAt: new Date(day),
      second: { ...nobody, kind: 'approved', seq: Number.MAX_SAFE_INTEGER },
    })),
  ]
}
