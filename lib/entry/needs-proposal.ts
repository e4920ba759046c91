import { parseFigure, type IndicatorUnit } from '@/lib/values'
import { saidCells, type ClipboardTable } from './clipboard-table'
import { readPastedNumber } from './pasted-number'

/**
 * Whether what is pasted into a number box is shown as a proposal first: a block of cells, or one number that has to be
 * brought into the unit of the box. One plain number is simply pasted, and so is what cannot be read, to be seen there.
 */
export function needsProposal(table: ClipboardTable, unit: IndicatorUnit): boolean {
  if (saidCells(table) !== 1 || table.rows.flat().length > 1) return table.rows.flat().length > 1
  const text = table.rows.flat()[0]?.text ?? ''
  return !parseFigure(text, unit).ok && readPastedNumber(text, unit).kind === 'figure'
}
