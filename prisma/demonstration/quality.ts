import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { followFinding } from '@/lib/review/follow-finding'
import { qualityFilterOf, readQuality } from '@/lib/review/read-quality'

interface Followed {
  readonly city: string
  readonly kind: 'outlierOwn' | 'roundHeap'
  readonly indicator: string
  readonly steps: readonly {
    readonly login: string
    readonly state: 'taken' | 'asked' | 'closed'
    readonly note: string
  }[]
}

const FOLLOWED: readonly Followed[] = [
  {
    city: '910200',
    kind: 'outlierOwn',
    indicator: 'pledge_projects',
    steps: [
      { login: 'donghai', state: 'taken', note: '' },
      { login: 'donghai', state: 'asked', note: '已请城市说明本季笔数为何高出往年一倍以上。' },
    ],
  },
  {
    city: '910100',
    kind: 'roundHeap',
    indicator: 'custody_smes',
    steps: [
      { login: 'cnipa', state: 'closed', note: '与台账逐家核对，每季新增110家属实，托管合同按批签订。' },
    ],
  },
]

/** Findings of the latest quarter that reviewers follow: one waits for the city's word, one is closed. */
export async function playQuality(person: (login: string) => Actor): Promise<void> {
  const open = qualityFilterOf({ state: 'open' })
  const { findings } = await readQuality(authorize(person('cnipa'), 'quality.read'), open)
  for (const { city, kind, indicator, steps } of FOLLOWED) {
    const found = findings.find(
      (each) => each.city === city && each.kind === kind && each.indicator === indicator,
    )
    if (found === undefined) continue
    for (const [i, { login, ...step }] of steps.entries())
      await followFinding(authorize(person(login), 'quality.follow', city), {
        quarter: found.quarter,
        indicator,
        kind,
        received: found.received,
        seq: found.seq + i,
        ...step,
      })
  }
}
