import { actorOf, type Permit } from '@/lib/access/authorize'
import {
  markAnnouncement,
  readAnnouncements,
  writeAnnouncement,
  type Announcement,
} from '@/lib/store/announcements'
import { readCities, type City } from '@/lib/store/cities'
import { begin } from '@/lib/store/work'
import { cleanLine, cleanText, dayOf, Refusal } from '@/lib/values'

/** Announcements by where they stand today. */
export interface AnnouncementList {
  readonly today: string
  readonly current: readonly Announcement[]
  readonly coming: readonly Announcement[]
  readonly past: readonly Announcement[]
  /** For the names of provinces. */
  readonly cities: readonly City[]
}

/** What was announced to whoever is looking. */
export function listAnnouncements(permit: Permit<'account.readOwn'>): Promise<AnnouncementList> {
  return begin(permit, async (work) => {
    const [all, today] = [await readAnnouncements(work), dayOf(work.now)]
    return {
      today,
      cities: await readCities(work),
      current: all.filter(({ from, until }) => from <= today && today <= until),
      coming: all.filter(({ from }) => from > today),
      past: all.filter(({ until }) => until < today),
    }
  })
}

/** What is announced today and was not marked as read. */
export const unreadAnnouncements = async (
  permit: Permit<'account.readOwn'>,
): Promise<readonly Announcement[]> =>
  (await listAnnouncements(permit)).current.filter(({ readAt }) => readAt === null)

/** Marks one as read. */
export const readAnnouncement = (permit: Permit<'account.changeOwn'>, id: string): Promise<void> =>
  begin(permit, (work) => markAnnouncement(work, id))

export interface AnnouncementForm {
  readonly title: string
  readonly body: string
  /** Days, YYYY-MM-DD. */
  readonly from: string
  readonly until: string
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text)

/** 发布公告: to everybody, or of a province to itself. It cannot be changed afterwards. @throws Refusal announcementWrong, tooLong, dateWrong */
export async function announce(permit: Permit<'announcement.write'>, form: AnnouncementForm): Promise<void> {
  const [title, body] = [cleanLine(form.title), cleanText(form.body)]
  if (title === '' || body === '')
    throw new Refusal('announcementWrong', { field: title === '' ? 'title' : 'body' })
  for (const [text, limit] of [
    [title, 100],
    [body, 5000],
  ] as const)
    if (text.length > limit) throw new Refusal('tooLong', { limit: String(limit), got: String(text.length) })
  const province = actorOf(permit).province
  await begin(permit, async (work) => {
    const today = dayOf(work.now)
    for (const [day, earliest] of [
      [form.from, today],
      [form.until, form.from],
    ] as const)
      if (!isDay(day) || day < earliest) throw new Refusal('dateWrong', { got: day, earliest })
    await writeAnnouncement(work, { province, title, body, from: form.from, until: form.until })
  })
}
