import type pg from 'pg'
import { keepCityContact, keepOwnContact } from '@/lib/accounts/keep-contact'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { handOver } from '@/lib/review/hand-over'
import type { DemonstrationCity } from './cities'

type Person = (login: string) => Actor

/** Whom to call, and one reviewer's leave. Once only: each of it is one history. */
export async function playContacts(
  owner: pg.Client,
  person: Person,
  cities: readonly DemonstrationCity[],
): Promise<void> {
  const isThere = async (table: 'city_contact' | 'reviewer_contact' | 'review_handover') =>
    ((await owner.query(`SELECT 1 FROM ${table} LIMIT 1`)).rowCount ?? 0) > 0
  if (!(await isThere('city_contact'))) {
    for (const [at, city] of cities.entries()) await nameContacts(person, city, at)
  }
  if (!(await isThere('reviewer_contact'))) {
    for (const [login, office, line] of [
      ['donghai', '东海省知识产权局运用促进处', '11'],
      ['hejing', '东海省知识产权局运用促进处', '12'],
      ['xiling', '西岭省知识产权局运用促进处', '21'],
      ['cnipa', '国家知识产权局知识产权运用促进司', '31'],
      ['mof', '财政部经济建设司', '41'],
    ] as const) {
      const reviewer = person(login)
      await keepOwnContact(authorize(reviewer, 'contact.keepOwn'), {
        name: reviewer.name,
        office,
        phone: `010-555501${line}`,
        email: `${login}@example.cn`,
      })
    }
  }
  if (!(await isThere('review_handover'))) {
    const giver = person('hejing')
    await handOver(authorize(giver, 'review.handOver'), {
      giver: giver.id,
      taker: person('donghai').id,
      from: '2022-10-10',
      until: '2022-10-21',
      note: '休年假。退回待重报的报表已与各市电话沟通，重报后请先看改动。',
    })
  }
}

async function nameContacts(
  person: Person,
  { code, login, officer, certifier }: DemonstrationCity,
  at: number,
): Promise<void> {
  const keep = authorize(person(login), 'contact.keep', code)
  const phone = (line: number): string => `0571-5550${String(at * 10 + line).padStart(4, '0')}`
  const office = '市场监督管理局（知识产权局）知识产权科'
  await keepCityContact(keep, 'filler', {
    name: officer,
    office,
    phone: phone(1),
    email: `${login}@example.cn`,
  })
  await keepCityContact(keep, 'signer', { name: certifier, office, phone: phone(2), email: '' })
}
