/** Where each provincial unit stands in the tile grid, by its two digits: column and row, roughly as on a map. */
export const PROVINCE_TILES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  '23': [7, 0],
  '15': [5, 1],
  '22': [7, 1],
  '65': [0, 2],
  '62': [2, 2],
  '64': [3, 2],
  '11': [5, 2],
  '12': [6, 2],
  '21': [7, 2],
  '63': [1, 3],
  '61': [3, 3],
  '14': [4, 3],
  '13': [5, 3],
  '37': [6, 3],
  '54': [0, 4],
  '51': [2, 4],
  '50': [3, 4],
  '41': [4, 4],
  '34': [5, 4],
  '32': [6, 4],
  '31': [7, 4],
  '53': [2, 5],
  '52': [3, 5],
  '42': [4, 5],
  '36': [5, 5],
  '33': [6, 5],
  '45': [3, 6],
  '43': [4, 6],
  '44': [5, 6],
  '35': [6, 6],
  '46': [4, 7],
}

/** Columns of the grid, and its rows as far as the map takes them. */
export const TILE_COLUMNS = 8
const MAP_ROWS = 8

/** Tiles that find room in the corner which the map leaves empty, with a column between. */
const CORNER = 6

/** Where the units stand that no map knows (those of the demonstration): in the corner first seen, then below the map. */
export function placeOfOther(i: number): readonly [column: number, row: number] {
  if (i < CORNER) return [i, 0]
  return [(i - CORNER) % TILE_COLUMNS, MAP_ROWS + Math.floor((i - CORNER) / TILE_COLUMNS)]
}

/** How many rows the grid has with so many units that no map knows. */
export const rowsWith = (others: number): number =>
  MAP_ROWS + Math.max(0, Math.ceil((others - CORNER) / TILE_COLUMNS))
