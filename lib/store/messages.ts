import type { Locale, Period } from '@/lib/values'
import type { Role } from '@/lib/access/roles'
import type { ExportKind } from './export-requests'
import type { Prisma } from './generated/client'
import { insertSql } from './insert-rows'
import { uuid7 } from './uuid7'
import { actorIn, databaseOf, type Work } from './work'

type MessageKind =
  | 'dueSoon'
  | 'late'
  | 'submitted'
  | 'forwarded'
  | 'withdrawn'
  | 'returned'
  | 'accepted'
  | 'restated'
  | 'asked'
  | 'answered'
  | 'extensionAsked'
  | 'extensionGranted'
  | 'extensionRefused'
  | 'targetAsked'
  | 'targetAnswered'
  | 'planReady'
  | 'planSigned'
  | 'planReturned'
  | 'planApproved'
  | 'instalmentProposed'
  | 'instalmentDecided'
  | 'instalmentStopped'
  | 'reversalAsked'
  | 'reversalAnswered'
  | 'paymentRecorded'
  | 'paymentRefused'
  | 'brief'
  | 'evaluationOpened'
  | 'assessmentAssigned'
  | 'evaluationSealed'
  | 'exportReady'
  | 'exportFailed'

/** What a message is about: names and dates, never a figure. */
export interface MessageAbout {
  readonly city: string
  readonly cityZh: string
  readonly cityEn: string
  /** Of no report where there is none. */
  readonly period?: Period
  /** Name of the round of evaluation. */
  readonly round?: string
  /** The moment it speaks of, ISO: when it is late, or until when more time was asked for. */
  readonly until?: string
  /** Working days to or since then. */
  readonly days?: number
  /** What kind of file was made. */
  readonly export?: ExportKind
  /** Which file it was: none in messages of before 27 November 2026. */
  readonly exportId?: string
  /** Under which name its person keeps it. */
  readonly exportName?: string
  /** Of a weekly brief: its Monday, and how much of each it has. */
  readonly brief?: {
    readonly week: string
    readonly changes: number
    readonly questions: number
    readonly overdue: number
  }
}

export type MailState = 'waiting' | 'sent' | 'noAddress' | 'notWanted' | 'failed'
type MailPace = 'each' | 'daily' | 'never'

/** Something the portal told a person. */
export interface Message {
  readonly id: string
  readonly kind: MessageKind
  readonly about: MessageAbout
  readonly createdAt: Date
  readonly readAt: Date | null
}

/** Somebody who can be told. */
export interface Recipient {
  readonly id: string
  readonly role: Role
  readonly city: string | null
  readonly province: string | null
  readonly locale: Locale
  readonly name: string
  readonly email: string | null
  readonly pace: MailPace
  /** Whether the weekly brief is told by e-mail. */
  readonly brief: boolean
}

/** A message that is yet to be told. `matter` names what it is about, so that nobody is told the same twice. */
export interface NewMessage {
  readonly to: Recipient
  readonly matter: string
  readonly kind: MessageKind
  readonly about: MessageAbout
}

type MessageRow = Prisma.messageGetPayload<object>
/** What a stored message says. */
export const toMessage = (row: MessageRow): Message => ({
  id: row.id,
  kind: row.kind as MessageKind,
  about: row.about as unknown as MessageAbout,
  createdAt: row.created_at,
  readAt: row.read_at,
})

/** Somebody who can be told, of an account. */
export const toRecipient = (row: Prisma.accountGetPayload<object>): Recipient => ({
  id: row.id,
  role: row.role as Role,
  city: row.city,
  province: row.province,
  locale: row.locale === 'en' ? 'en' : 'zh-CN',
  name: row.name,
  email: row.email,
  pace: row.mail_pace as MailPace,
  brief: row.brief_mail,
})

/** Everybody with an account that is not disabled; of one city: its people and its province's, and all of the nation. */
export async function readRecipients(work: Work<'message.collect'>, city?: string): Promise<Recipient[]> {
  const rows = await databaseOf(work).account.findMany({
    where: {
      disabled_at: null,
      ...(city !== undefined && {
        OR: [{ city }, { province: city.slice(0, 2) }, { city: null, province: null }],
      }),
    },
    orderBy: { id: 'asc' },
  })
  return rows.map(toRecipient)
}

/** Writes what has not been told yet. @returns what it wrote */
export async function writeMessages(
  work: Work<'message.collect'>,
  messages: readonly NewMessage[],
): Promise<readonly { readonly account: string; readonly id: string }[]> {
  if (messages.length === 0) return []
  const rows = messages.map(({ to, matter, kind, about }) => ({
    account: to.id,
    id: uuid7(work.now),
    matter,
    kind,
    about: { ...about },
    created_at: work.now,
    mail:
      to.email === null
        ? 'noAddress'
        : to.pace === 'never' || (kind === 'brief' && !to.brief)
          ? 'notWanted'
          : 'waiting',
    mail_tries: 0,
  }))
  return databaseOf(work).$queryRaw`${insertSql('message', rows)} ON CONFLICT DO NOTHING
    RETURNING account::text, id::text`
}

/** Whom mail waits for, and the oldest that waits; those who want it daily are named with the pace. */
export async function readMailWaiting(
  work: Work<'message.collect'>,
): Promise<{ readonly account: string; readonly id: string; readonly pace: MailPace }[]> {
  return databaseOf(work).$queryRaw`
    SELECT m.account::text, m.id::text, a.mail_pace AS pace FROM message m JOIN account a ON a.id = m.account
    WHERE m.mail = 'waiting' ORDER BY m.created_at, m.id`
}

/** What the actor was told, the latest first. */
export async function readOwnMessages(work: Work<'account.readOwn'>, limit: number): Promise<Message[]> {
  const rows = await databaseOf(work).message.findMany({
    where: { account: actorIn(work).id },
    orderBy: [{ created_at: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return rows.map(toMessage)
}

/** How much of it the actor has not read. */
export async function countUnread(work: Work<'account.readOwn'>): Promise<number> {
  return databaseOf(work).message.count({ where: { account: actorIn(work).id, read_at: null } })
}

/** Marks as read what the actor was told up to a moment. */
export async function markRead(work: Work<'account.changeOwn'>, upTo: Date): Promise<void> {
  await databaseOf(work).message.updateMany({
    where: { account: actorIn(work).id, read_at: null, created_at: { lte: upTo } },
    data: { read_at: work.now },
  })
}

/** How the actor is reached by e-mail. */
export async function readOwnMail(
  work: Work<'account.readOwn'>,
): Promise<{ readonly email: string | null; readonly pace: MailPace; readonly brief: boolean }> {
  const row = await databaseOf(work).account.findUniqueOrThrow({ where: { id: actorIn(work).id } })
  return { email: row.email, pace: row.mail_pace as MailPace, brief: row.brief_mail }
}

/** Sets how the actor is reached by e-mail; null for not at all. */
export async function writeOwnMail(
  work: Work<'account.changeOwn'>,
  { email, pace, brief }: { readonly email: string | null; readonly pace: MailPace; readonly brief: boolean },
): Promise<void> {
  await databaseOf(work).account.update({
    where: { id: actorIn(work).id },
    data: { email, mail_pace: pace, brief_mail: brief },
  })
}
