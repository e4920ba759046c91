import type pg from 'pg'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { answerPayment } from '@/lib/funding/answer-payment'
import { explainMonitor } from '@/lib/funding/explain-monitor'
import { recordEntries } from '@/lib/funding/record-entries'
import { recordPayment } from '@/lib/funding/record-payment'
import { reverseEntry } from '@/lib/funding/reverse-entry'

/** Cities with an approved plan: what of the central 100 million yuan is spent, in 万元 a task; the second is far ahead of its results. */
const CITIES: Readonly<
  Record<string, { readonly login: string; readonly spent: Readonly<Record<string, number>> }>
> = {
  '910100': {
    login: 'linjiang',
    spent: {
      '1.1.1': 600,
      '1.1.2': 260,
      '1.1.5': 620,
      '2.1': 480,
      '2.2': 560,
      '3.1': 1600,
      '3.2': 510,
      '4.1': 430,
      '4.2': 900,
    },
  },
  '910200': { login: 'wanghai', spent: { '1.1.1': 540, '2.1': 300, '2.2': 410, '3.1': 1200, '4.1': 380 } },
  '910300': { login: 'qinglan', spent: { '1.1.1': 600, '1.1.5': 700, '2.2': 500, '3.1': 1500, '4.2': 700 } },
  '920100': {
    login: 'yunxi',
    spent: {
      '1.1.1': 600,
      '1.1.5': 900,
      '2.1': 700,
      '2.2': 850,
      '3.1': 2900,
      '3.2': 780,
      '4.1': 820,
      '4.2': 900,
    },
  },
}
const FORMS = ['财政补助', '以奖代补', '股权投资', '政府购买服务'] as const

const nothing = { task: '', form: '', payee: '', document: '' }

/** The money of the demonstration: paid, received, spent, one entry taken back. Interrupted, a city's money is left as it is. */
export async function playFunds(owner: pg.Client, person: (login: string) => Actor): Promise<void> {
  const { rows } = await owner.query<{ city: string }>('SELECT DISTINCT city FROM fund_entry')
  const done = new Set(rows.map(({ city }) => city))
  for (const [city, { login, spent }] of Object.entries(CITIES)) {
    if (done.has(city)) continue
    const finance = authorize(person('finance'), 'payment.record', city)
    const paid = { yuan: '100000000', day: '2020-11-20', documentNumber: '演示财建〔2020〕88号' }
    await recordPayment(finance, paid)
    await answerPayment(authorize(person('finance-approve'), 'payment.confirm', city), 1, {
      confirmed: true,
      reason: '',
    })
    const ledger = authorize(person(login), 'funds.record', city)
    // One city has received part of what was paid only.
    const received = city === '910200' ? '80000000' : '100000000'
    await recordEntries(ledger, 'receipt', [
      { ...nothing, day: '2020-12-04', source: 'central', yuan: received, purpose: '首批中央资金到账' },
      { ...nothing, day: '2021-03-15', source: 'local', yuan: '30000000', purpose: '市财政配套' },
      {
        ...nothing,
        day: '2021-06-30',
        source: 'social',
        yuan: '12000000',
        purpose: '社会资金投入风险补偿资金池',
      },
    ])
    await recordEntries(
      ledger,
      'spending',
      Object.entries(spent).map(([task, wan], i) => ({
        day: `202${String(1 + (i % 2))}-0${String(1 + (i % 8))}-15`,
        source: 'central',
        task,
        form: task === '3.1' ? '股权投资' : (FORMS[i % 4] ?? ''),
        yuan: `${String(wan)}0000`,
        purpose: '按实施方案拨付项目资金',
        payee: '演示项目承担单位',
        document: `凭${String(2021000 + i)}`,
      })),
    )
    if (city === '920100') {
      await explainMonitor(authorize(person(login), 'monitor.explain', city), {
        asOf: '2022Q2',
        spent: '169/200',
        achieved: '2/11',
        reason: '风险补偿资金池一次性出资，质押融资成效滞后；2021年第三季度起未能按时报送。',
        day: '2022-12-31',
      })
    }
    if (city !== '910100') continue
    await recordEntries(ledger, 'spending', [
      {
        day: '2022-05-20',
        source: 'local',
        task: '4.1',
        form: '财政补助',
        yuan: '2600000',
        purpose: '集聚区载体运营补助',
        payee: '演示产业园',
        document: '凭2022105',
      },
    ])
    await reverseEntry(ledger, 3 + Object.keys(spent).length + 1, '金额录入有误，应为260,000元。')
    await recordEntries(ledger, 'spending', [
      {
        day: '2022-05-20',
        source: 'local',
        task: '4.1',
        form: '财政补助',
        yuan: '260000',
        purpose: '集聚区载体运营补助',
        payee: '演示产业园',
        document: '凭2022105',
      },
    ])
  }
}
