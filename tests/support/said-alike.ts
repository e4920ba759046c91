import type { OpenedWorkbook } from './libreoffice'
import type { ReadWorkbook } from './read-workbook'

/**
 * What LibreOffice reads otherwise in a workbook than stands in its file, cell by cell, and how many numbers there are. Days, times
 * and shares in per cent it writes in a form of its own.
 */
export function saidOtherwise(
  { sheets }: ReadWorkbook,
  opened: OpenedWorkbook,
): { readonly otherwise: readonly string[]; readonly numbers: number } {
  const otherwise: string[] = []
  let numbers = 0
  for (const { name, rows } of sheets) {
    const found = opened.get(name)
    if (found === undefined) otherwise.push(`${name} is not there`)
    for (const cell of rows.flat()) {
      const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell.at) ?? []
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
      const text = found?.[Number(row) - 1]?.[column] ?? ''
      const isNumber = cell.type === 'number'
      if (isNumber && /[ymdh%]/.test(cell.format)) continue
      if (isNumber) numbers++
      if (isNumber ? Number(text) !== Number(cell.value) : text !== cell.value)
        otherwise.push(`${name} ${cell.at}: ${cell.value} is ${text}`)
    }
  }
  return { otherwise, numbers }
}
