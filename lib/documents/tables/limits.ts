const MB = 1_000_000

/** What one uploaded file may ask of the machine. Beyond it the file is refused; nothing of it is read. */
export const LIMITS = {
  /** Of the file as it came. */
  bytes: 50 * MB,
  /** Parts of the zip container. */
  entries: 2000,
  /** Unpacked, one part and all together. */
  partBytes: 200 * MB,
  totalBytes: 300 * MB,
  /** Unpacked to packed, asked only of parts larger than `ratioFrom`: real sheets stay below 40. */
  ratio: 150,
  ratioFrom: 4 * MB,
  depth: 64,
  sheets: 256,
  /** Where Excel ends. */
  rows: 1_048_576,
  columns: 16_384,
  /** What is filled of it. */
  filledRows: 200_000,
  cells: 2_000_000,
  cellText: 32_767,
  /** Characters of all texts together, each counted where it stands. */
  text: 60 * MB,
  sharedStrings: 1_000_000,
  formulas: 200_000,
  formulaText: 8192,
  merges: 10_000,
  styles: 70_000,
  names: 2000,
  ms: 20_000,
} as const
