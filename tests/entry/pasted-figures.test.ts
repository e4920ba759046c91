import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClipboardTable } from '@/lib/entry/clipboard-table'
import { readPastedFigures, type FigureProposal, type PasteRow } from '@/lib/entry/pasted-figures'
import { readPeriodHead } from '@/lib/entry/period-head'
import { indicators } from '@/lib/notice'
import { parseFigure } from '@/lib/values'

// The quarter's form: flows have boxes, counts say none while their register is empty, narratives are told.
const rows: readonly PasteRow[] = indicators.map(({ code, zh, en, kind, unit }) => ({
  code,
  names: [zh, en],
  kind,
  unit,
  isEditable: true,
  keys: [kind === 'count' && code !== 'navigation_projects' ? null : `${code}/`],
}))
const FIRST = 'transfers_licenses/'
const table = (text: string) => readClipboardTable('', text)
const html = (inner: string) => readClipboardTable(`<html><body><table>${inner}</table></body></html>`, '')
const tr = (...cells: readonly (string | number)[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

const read = (text: string, start = FIRST) => readPastedFigures(table(text), rows, start, '2022Q3')

/** What each pasted cell would do, in short. */
function said(proposal: ReturnType<typeof read>): Record<string, string> | string {
  if (typeof proposal === 'string') return proposal
  return Object.fromEntries(
    proposal.cells.map(({ code, by, outcome }) => {
      const what =
        'value' in outcome
          ? outcome.value
          : 'text' in outcome
            ? outcome.text
            : 'code' in outcome
              ? outcome.code
              : ''
      return [code, `${by} ${outcome.kind} ${what}`.trim()]
    }),
  )
}
const proposed = (proposal: ReturnType<typeof read>): FigureProposal => {
  if (typeof proposal === 'string') throw new Error(proposal)
  return proposal
}

describe('by position', () => {
  it('a column goes down from where it was pasted, and an empty cell leaves its box alone', () => {
    expect(said(read('4,321\n 56000 \n\n１２３\n'))).toEqual({
      transfers_licenses: 'position figure 4321',
      pledge_amount: 'position figure 56000',
      patent_contract_value: 'position figure 123',
    })
    expect(said(read('1\r\n2', 'pledge_amount/'))).toEqual({
      pledge_amount: 'position figure 1',
      pledge_projects: 'position figure 2',
    })
  })

  it('what has no row is named and left out', () => {
    const all = [...Array(21).keys()].map((i) => String(i)).join('\n')
    expect(proposed(read(all)).ignored).toEqual(['19', '20'])
  })

  it('the head of the copied column is no figure, nor is a column that only numbers the rows', () => {
    expect(said(read('本期数\n1\n2'))).toMatchObject({ transfers_licenses: 'position figure 1' })
    expect(said(read('1\t700\n2\t800'))).toMatchObject({ transfers_licenses: 'position figure 700' })
    expect(said(read('700\t次\n800\t万元'))).toMatchObject({ pledge_amount: 'position figure 800' })
  })

  it('four quarters side by side: the one headed by this period; without heads none is guessed', () => {
    expect(said(read('Q1\tQ2\tQ3\tQ4\n1\t2\t3\t4\n5\t6\t7\t8'))).toEqual({
      transfers_licenses: 'position figure 3',
      pledge_amount: 'position figure 7',
    })
    expect(read('1\t2\t3\t4\n5\t6\t7\t8')).toBe('severalColumns')
  })

  it('a block of a base year goes to the right as well, by heads where it has them', () => {
    const base: readonly PasteRow[] = ['x', 'y'].map((code) => ({
      code,
      names: [code],
      kind: 'growth',
      unit: '万元',
      isEditable: true,
      keys: ['Q1', 'Q2', 'Q3', 'Q4', 'Y'].map((part) => `${code}/${part}`),
    }))
    const keys = (text: string) =>
      proposed(readPastedFigures(table(text), base, 'x/Q1', '2019')).cells.map(
        ({ key, original }) => `${key} ${original}`,
      )
    expect(keys('1\t2\t3\t4\n5\t6\t7\t8')).toEqual([
      ...['x/Q1 1', 'x/Q2 2', 'x/Q3 3', 'x/Q4 4'],
      ...['y/Q1 5', 'y/Q2 6', 'y/Q3 7', 'y/Q4 8'],
    ])
    expect(keys('y\t5\t6\t7\t8\t26\nx\t1\t\t\t\t')).toEqual([
      'y/Q1 5',
      'y/Q2 6',
      'y/Q3 7',
      'y/Q4 8',
      'y/Y 26',
      'x/Q1 1',
    ])
    expect(keys('指标\t2019年\t2018年四季度\t四季度\tQ1\ny\t26\t9\t8\t5')).toEqual([
      'y/Q1 5',
      'y/Q4 8',
      'y/Y 26',
    ])
  })
})

describe('by code or name', () => {
  it('in whatever order, wherever it was pasted, with the unit that stands beside', () => {
    const text =
      '1\t知识产权质押融资项目数（项）\t\t88\n2\t知识产权质押融资金额\t元\t560,000,000\n\t合 计\t\t560000088'
    const proposal = proposed(read(text))
    expect(said(proposal)).toEqual({ pledge_projects: 'name figure 88', pledge_amount: 'name figure 56000' })
    expect(proposal.totals).toBe(1)
    expect(proposal.cells[1]?.outcome).toMatchObject({ did: [{ code: 'scaled', unit: '元' }] })
  })

  it('a shorter name that fits one result only is taken for it, and one that fits two is not', () => {
    expect(said(read('质押融资金额\t5\n(2) 专利技术合同成交额\t6\n质押融资\t7'))).toEqual({
      pledge_amount: 'part figure 5',
      patent_contract_value: 'name figure 6',
    })
    expect(proposed(read('pledge_amount\t5\n质押融资\t7')).ignored).toEqual(['质押融资'])
  })

  it('of several columns the one headed by this period, whatever stands beside', () => {
    for (const head of ['2022年第三季度', '2022Q3', '三季度', 'Q3 2022', '本季度数', '2022年3季度（万元）']) {
      const text = `指标\t2022Q2\t${head}\t同比增幅\npledge_amount\t1\t2\t12%\ntransfers_licenses\t3\t4\t5%`
      expect(said(read(text)), head).toEqual({
        pledge_amount: 'code figure 2',
        transfers_licenses: 'code figure 4',
      })
    }
    expect(read('指标\t2021Q3\t2022Q2\npledge_amount\t1\t2')).toBe('severalColumns')
    expect(read('指标\t三季度\t2022Q3\npledge_amount\t1\t2')).toBe('severalColumns')
  })

  it('a year merged over its quarters is read with them', () => {
    const block = html(
      `<tr><td rowspan=2>指标</td><td colspan=4>2021年</td><td colspan=4>2022年</td></tr>${tr(...'一二三四一二三四'.split('').map((n) => `${n}季度`))}${tr('质押融资金额', 1, 2, 3, 4, 5, 6, 7, 8)}`,
    )
    expect(said(readPastedFigures(block, rows, FIRST, '2022Q3'))).toEqual({ pledge_amount: 'part figure 7' })
  })

  it('the same result twice: the first is proposed, the second shown', () => {
    expect(
      proposed(read('pledge_amount\t1\npledge_amount\t2')).cells.map(({ outcome }) => outcome.kind),
    ).toEqual(['figure', 'twice'])
  })
})

describe('what each kind of result takes', () => {
  it('a count comes from its register; zero is none this quarter, where there are no rows', () => {
    expect(
      said(read('smes_commercialised\t12\nnavigation_projects\t0\ncustody_smes\t0\ncertified_entities\t—')),
    ).toEqual({
      smes_commercialised: 'code register',
      navigation_projects: 'code figure 0',
      custody_smes: 'code register',
      certified_entities: 'code none',
    })
  })

  it('a narrative is told as it stands', () => {
    expect(said(read('service_cluster\t入驻机构 12 家，较上季增 3 家'))).toEqual({
      service_cluster: 'code narrative 入驻机构 12 家，较上季增 3 家',
    })
  })

  it('what is no exact figure says why, and nothing of it is filled in', () => {
    expect(said(read('pledge_amount\t约5.6万\ntransfers_licenses\t(12)\npledge_projects\t12%'))).toEqual({
      pledge_amount: 'code refused approximate',
      transfers_licenses: 'code refused negative',
      pledge_projects: 'code refused percent',
    })
  })

  it('a result that is closed is left alone', () => {
    const closed = rows.map((row) => ({ ...row, isEditable: false }))
    expect(said(readPastedFigures(table('pledge_amount\t5'), closed, FIRST, '2022Q3'))).toEqual({
      pledge_amount: 'code closed',
    })
  })
})

describe('a whole sheet', () => {
  const figure = (i: number): string => `${i + 1},234`
  const sheet = (quarters: readonly string[]): string =>
    tr('编码', '绩效指标', '单位', ...quarters) +
    indicators
      .map(({ code, zh, unit, kind }, i) =>
        tr(
          code,
          zh,
          unit,
          ...quarters.map((quarter) =>
            kind === 'qualitative'
              ? `进展 ${quarter}`
              : kind === 'count'
                ? 0
                : quarter === '2022Q3'
                  ? figure(i)
                  : 1,
          ),
        ),
      )
      .join('') +
    tr('合计', '', '', ...quarters.map(() => 99))

  it.each([[['2022Q3']], [['2022Q1', '2022Q2', '2022Q3', '2022Q4']]])(
    'of 19 rows under %j lands where it belongs',
    (quarters) => {
      const proposal = proposed(readPastedFigures(html(sheet(quarters)), rows, FIRST, '2022Q3'))
      expect(proposal.cells.map(({ code }) => code)).toEqual(indicators.map(({ code }) => code))
      expect(proposal).toMatchObject({ totals: 1, ignored: [], heads: ['2022Q3'] })
      for (const [i, { outcome, key }] of proposal.cells.entries()) {
        const { kind } = indicators[i] ?? {}
        if (kind === 'growth')
          expect(outcome).toMatchObject({ kind: 'figure', value: figure(i).replace(',', '') })
        if (kind === 'qualitative') expect(outcome).toEqual({ kind: 'narrative', text: '进展 2022Q3' })
        if (kind === 'count') expect(outcome.kind).toBe(key === null ? 'register' : 'figure')
      }
    },
  )

  it('hidden rows and columns are left out and counted; a merged cell counts once', () => {
    const block = html(
      `<colgroup><col><col style="display:none"><col></colgroup>${tr('pledge_amount', 1, 2)}<tr style='display: none'><td>transfers_licenses<td>3<td>4</tr><tr><td colspan=2>pledge_projects</td><td rowspan=2>7</td></tr>${tr('patent_contract_value', 'x')}`,
    )
    const proposal = proposed(readPastedFigures(block, rows, FIRST, '2022Q3'))
    expect(said(proposal)).toEqual({ pledge_amount: 'code figure 2', pledge_projects: 'code figure 7' })
    expect(proposal.table).toEqual({ hiddenRows: 1, hiddenColumns: 1, merged: 2 })
  })

  it('LibreOffice and Excel say the full number behind what they show', () => {
    const block = html(
      '<tr><td>pledge_amount</td><td sdval="71402.5" sdnum="1033;">7.14E+04</td></tr><tr><td>patent_contract_value</td><td x:num="12.25">12.3</td></tr>',
    )
    expect(said(readPastedFigures(block, rows, FIRST, '2022Q3'))).toEqual({
      pledge_amount: 'code figure 71402.5',
      patent_contract_value: 'code figure 12.25',
    })
  })
})

describe('heads of columns', () => {
  it.each([
    ['2022Q3', 2022, 'Q3'],
    ['2022年第三季度', 2022, 'Q3'],
    ['三季度', null, 'Q3'],
    ['２０２２年３季度（万元）', 2022, 'Q3'],
    ['Q3 2022', 2022, 'Q3'],
    ['2022-Q3', 2022, 'Q3'],
    ['2022', 2022, 'Y'],
    ['全年', null, 'Y'],
    ['本期数', null, 'this'],
  ])('%s', (text, year, part) => {
    expect(readPeriodHead(text)).toEqual({ year, part })
  })

  it.each(['', '指标', '单位', '三季度同比', '上季度', '2022年目标', '1,234', '12'])('%j is none', (text) => {
    expect(readPeriodHead(text)).toBeNull()
  })
})

describe('whatever is on the clipboard', () => {
  const pieces = fc.constantFrom(
    ...[
      '<table>',
      '</table>',
      '<tr>',
      '</tr>',
      '<td>',
      '<td colspan=3 rowspan="2">',
      '<td rowspan=999999999>',
      '<th',
      '>',
      '<br>',
    ],
    ...[
      '<col style="display:none" span=9>',
      '&nbsp;',
      '&#x110000;',
      '<!--',
      '-->',
      '"',
      "'",
      'sdval="1e5"',
      '12',
      '1.2亿',
    ],
    ...['pledge_amount', '2022Q3', '合计', '—', '\t', '\n', '知识产权质押融资金额（元）', '-5', '1e9'],
  )
  it('nothing throws, and every figure comes from a cell that has digits and can be typed as well', () => {
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 40 }),
        fc.string(),
        fc.constantFrom(...rows),
        (parts, text, row) => {
          for (const block of [
            readClipboardTable(parts.join(''), text),
            readClipboardTable('', parts.join('')),
            readClipboardTable(`<table>${parts.join('')}`, ''),
          ]) {
            const proposal = readPastedFigures(block, rows, row.keys[0] ?? '', '2022Q3')
            if (typeof proposal === 'string') continue
            for (const { outcome, original, code } of proposal.cells) {
              if (outcome.kind !== 'figure') continue
              expect(original.normalize('NFKC')).toMatch(/\d/)
              const unit = indicators.find((each) => each.code === code)?.unit
              expect(parseFigure(outcome.value, unit)).toEqual({ ok: true, value: outcome.value })
            }
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
})
