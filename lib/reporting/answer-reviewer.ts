import type { Permit } from '@/lib/access/authorize'
import { isOpenConversation, readConversations, writeTurn } from '@/lib/store/conversations'
import { lockReport } from '@/lib/store/reports'
import { readVersionHeads } from '@/lib/store/versions'
import { begin } from '@/lib/store/work'
import { Refusal, type Period } from '@/lib/values'
import { requireReason } from './move-report'
import { tellAtOnce } from './tell-at-once'

/**
 * The city's answer in a conversation that a reviewer opened; whoever asked is told at once. It can be given wherever the
 * report stands: answering changes no figure.
 * @throws Refusal reasonMissing, tooLong, conversationClosed
 */
export function answerReviewer(
  permit: Permit<'conversation.answer'>,
  period: Period,
  about: { readonly indicator: string; readonly row: string },
  answer: string,
): Promise<void> {
  const words = requireReason(answer)
  return begin(permit, async (work) => {
    await lockReport(work, period)
    const conversation = (await readConversations(work, period)).find(
      ({ indicator, row }) => indicator === about.indicator && row === about.row,
    )
    const head = (await readVersionHeads(work, period)).at(-1)
    if (conversation === undefined || head === undefined || !isOpenConversation(conversation))
      throw new Refusal('conversationClosed')
    const said = { kind: 'answered', words, version: head.version } as const
    const seq = await writeTurn(work, period, conversation, said)
    const { indicator, row } = conversation
    const asker = conversation.turns.findLast(({ kind }) => kind === 'asked')?.actorId ?? null
    const turn = { city: work.city, period, indicator, row, seq, kind: said.kind, asker }
    await tellAtOnce(work, { of: 'turn', turn })
  })
}
