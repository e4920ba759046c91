import { indicatorCodes } from '@/lib/notice'
import type { Dashboard, DashboardCity } from '@/lib/review/read-dashboard'
import { defaultConfiguration, instalmentsOf, judgeCity, type Facts } from '@/lib/rules'
import type { Quarter } from '@/lib/values'

/** A city of a dashboard with these figures. */
export function cityWith(
  name: string,
  code: string,
  facts: Facts,
  asOf: Quarter,
  status: DashboardCity['status'] = 'accepted',
): DashboardCity {
  const judged = judgeCity(facts, defaultConfiguration, asOf)
  return {
    city: {
      code,
      nameZh: `${name}市`,
      nameEn: name,
      provinceZh: `${code.slice(0, 2)}省`,
      provinceEn: `Province ${code.slice(0, 2)}`,
      sortKey: name.toLowerCase(),
      cohort: '2020',
    },
    verdicts: {
      configuration: defaultConfiguration,
      byFloor: indicatorCodes.map((each) => judged[each]),
      byTarget: {},
    },
    status,
    pending: [],
    decided: null,
    second: instalmentsOf(null, null).second,
  }
}

/** A dashboard of these cities. */
export function dashboardOf(cities: readonly DashboardCity[], asOf: Quarter): Dashboard {
  return {
    now: new Date('2022-10-12T01:00:00Z'),
    asOf,
    offered: [asOf],
    ruleVersion: 'test',
    cities,
    instalments: instalmentsOf(null, null),
    published: { asOf: '2021Q4', verdicts: [] },
  }
}
