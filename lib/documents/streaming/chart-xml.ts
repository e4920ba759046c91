import { escapeXml } from '../clean-text'
import { columnLetters } from '../sheet-xml'
import type { StreamedChart } from './streamed'

const OPENXML = 'http://schemas.openxmlformats.org'
const CHART = `${OPENXML}/drawingml/2006/chart`
const MAIN = `${OPENXML}/drawingml/2006/main`
const SHEET = `${OPENXML}/drawingml/2006/spreadsheetDrawing`
const RELATIONS = `${OPENXML}/officeDocument/2006/relationships`

const CM = 360_000
/** Points in a centimetre, and in a row of a sheet. */
const POINTS = 28.35
const ROW = 15

/** What a chart shows, as it stands in the sheet: names and numbers of the rows there are bars of. */
export interface ChartValues {
  readonly chart: StreamedChart
  /** As formulas write it: `'城市'`. */
  readonly sheet: string
  readonly heads: readonly string[]
  /** The row of the heads, from 1. */
  readonly top: number
  readonly names: readonly string[]
  /** By series; null where the cell holds no number. */
  readonly values: readonly (readonly (string | null)[])[]
}

/** How tall a chart of so many bars is, in centimetres, and how many rows of a sheet that takes. */
const heightOf = (bars: number): number => 3.2 + bars * 0.62
export const rowsOfChart = (bars: number): number => Math.ceil((heightOf(bars) * POINTS) / ROW) + 1

/** A native bar chart that every spreadsheet program draws from the cells, with their values at hand (ECMA-376 part 1, 21.2). */
export function chartXml({ chart, sheet, heads, top, names, values }: ChartValues): string {
  const column = (index: number): string =>
    `${sheet}!$${columnLetters(index)}$${top + 1}:$${columnLetters(index)}$${top + names.length}`
  const series = chart.series.map(({ column: own, colour, pattern }, i) =>
    [
      `<c:ser><c:idx val="${i}"/><c:order val="${i}"/>`,
      `<c:tx>${strings(`${sheet}!$${columnLetters(own)}$${top}`, [heads[own] ?? ''])}</c:tx>`,
      `<c:spPr>${fill(colour, pattern)}</c:spPr><c:invertIfNegative val="0"/>`,
      `<c:cat>${strings(column(chart.names), names)}</c:cat>`,
      `<c:val>${numbers(column(own), values[i] ?? [], chart.format)}</c:val></c:ser>`,
    ].join(''),
  )
  return [
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}" xmlns:r="${RELATIONS}"><c:roundedCorners val="0"/><c:chart>`,
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr>`,
    `<a:r><a:rPr lang="zh-CN" sz="1200" b="1"/><a:t>${escapeXml(chart.title)}</a:t></a:r></a:p></c:rich></c:tx>`,
    '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    '<c:barChart><c:barDir val="bar"/>',
    `<c:grouping val="${chart.isStacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${series.join('')}`,
    `<c:gapWidth val="50"/>${chart.isStacked ? '<c:overlap val="100"/>' : ''}<c:axId val="111"/><c:axId val="222"/></c:barChart>`,
    // The first row on top, as in the table.
    '<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>',
    '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>',
    '<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="222"/><c:crosses val="autoZero"/></c:catAx>',
    '<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>',
    '<c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9DEE5"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>',
    `<c:numFmt formatCode="${chart.format}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>`,
    '<c:tickLblPos val="nextTo"/><c:crossAx val="111"/><c:crosses val="max"/></c:valAx></c:plotArea>',
    '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/>',
    '</c:chart></c:chartSpace>',
  ].join('')
}

/** The drawing that holds a sheet's one chart, below its last row. `description`: for who does not see it. */
export function chartDrawing(row: number, bars: number, description: string): string {
  return [
    `<xdr:wsDr xmlns:xdr="${SHEET}" xmlns:a="${MAIN}"><xdr:oneCellAnchor>`,
    `<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`,
    `<xdr:ext cx="${26 * CM}" cy="${Math.round(heightOf(bars) * CM)}"/>`,
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>',
    `<xdr:cNvPr id="2" name="Chart 1" descr="${escapeXml(description)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONS}" r:id="rId1"/></a:graphicData></a:graphic>`,
    '</xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>',
  ].join('')
}

function fill(colour: string, pattern: string | undefined): string {
  const edge = `<a:ln w="6350"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln>`
  if (pattern === undefined) return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>${edge}`
  return `<a:pattFill prst="${pattern}"><a:fgClr><a:srgbClr val="${colour}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>${edge}`
}

const strings = (where: string, values: readonly string[]): string =>
  `<c:strRef><c:f>${escapeXml(where)}</c:f><c:strCache><c:ptCount val="${values.length}"/>${values
    .map((value, i) => `<c:pt idx="${i}"><c:v>${escapeXml(value)}</c:v></c:pt>`)
    .join('')}</c:strCache></c:strRef>`

const numbers = (where: string, values: readonly (string | null)[], format: string): string =>
  `<c:numRef><c:f>${escapeXml(where)}</c:f><c:numCache><c:formatCode>${format}</c:formatCode><c:ptCount val="${values.length}"/>${values
    .map((value, i) => (value === null ? '' : `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`))
    .join('')}</c:numCache></c:numRef>`
