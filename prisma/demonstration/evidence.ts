import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { attachEvidence } from '@/lib/evidence/attach-evidence'
import { keepFile } from '@/lib/evidence/keep-file'
import type { IndicatorCode } from '@/lib/notice'
import { readDraft } from '@/lib/reporting/read-draft'
import { quarterNumberOf, yearOf, type Quarter } from '@/lib/values'
import type { DemonstrationCity } from './cities'
import { demonstrationPdf, demonstrationPng } from './paper'

/** A file of the demonstration and what it stands behind. */
interface Paper {
  readonly name: string
  readonly bytes: Buffer
  readonly figures: readonly IndicatorCode[]
  /** The first so many rows of a register. */
  readonly rows?: { readonly indicator: IndicatorCode; readonly first: number }
}

/** Which files a city brings: one behind two figures; for the report that is looked at all of them; in a draft some. */
function papersFor(city: DemonstrationCity, quarter: Quarter): readonly Paper[] {
  const papers = papersOf(city, quarter)
  if (quarter === '2022Q3' && city.hasDraft === true)
    return [papers[0], papers[3]].filter((paper) => paper !== undefined)
  if (quarter !== '2022Q2') return []
  return city.reports === 'all' && city.login !== 'linjiang' ? papers.slice(0, 1) : papers
}

/** Files that say of themselves that they are none, behind figures and rows; brought again, nothing happens. */
export async function playEvidence(officer: Actor, city: DemonstrationCity, quarter: Quarter): Promise<void> {
  const papers = papersFor(city, quarter)
  if (papers.length === 0) return
  const permit = authorize(officer, 'report.prepare', city.code)
  const { rows, evidence } = await readDraft(authorize(officer, 'draft.read', city.code), quarter)
  if (evidence.length > 0) return
  for (const { name, bytes, figures, rows: behind } of papers) {
    const targets = rows.filter(({ indicator }) => indicator === behind?.indicator).slice(0, behind?.first)
    if (figures.length + targets.length === 0) continue
    const { id } = await keepFile(permit, { name, bytes, purpose: 'evidence' })
    const attach = (indicator: string, kind: 'figure' | 'row', target: string) =>
      attachEvidence(permit, quarter, { indicator, kind, target, files: [id], removed: false })
    for (const indicator of figures) await attach(indicator, 'figure', '')
    for (const row of targets) await attach(row.indicator, 'row', row.id)
  }
}

function papersOf(city: DemonstrationCity, quarter: Quarter): readonly Paper[] {
  const span = `${yearOf(quarter)}年第${quarterNumberOf(quarter)}季度`
  const paper = (title: string, office: string): Pick<Paper, 'name' | 'bytes'> => ({
    name: `演示-${title}-${quarter}.pdf`,
    bytes: demonstrationPdf(title, [city.nameZh, span, office]),
  })
  return [
    {
      ...paper('专利商标质押登记清单', '市知识产权局保护促进科'),
      figures: ['pledge_amount', 'pledge_projects'],
    },
    {
      ...paper('专利商标转让许可备案清单', '市知识产权局运用促进科'),
      figures: ['transfers_licenses'],
    },
    {
      ...paper('技术合同认定登记证明', '市科学技术局成果转化科'),
      figures: ['patent_contract_value'],
    },
    {
      ...paper('中小企业知识产权托管协议汇编', '知识产权托管服务中心'),
      figures: [],
      rows: { indicator: 'custody_smes', first: 2 },
    },
    {
      name: `演示-认证证书扫描件-${quarter}.png`,
      bytes: demonstrationPng(`${city.nameZh} ${span}`),
      figures: [],
      rows: { indicator: 'certified_entities', first: 1 },
    },
  ]
}
