import { readKept, type KeptRow } from '@/lib/entry/kept-rows'

/** What was kept under a name; null when there is nothing, or the browser does not let us look. */
export function recallText(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** The rows kept for one register, each under its own name; once they were kept all under one. */
export function recallRows(keeper: string): readonly KeptRow[] {
  try {
    const together = readKept(localStorage.getItem(keeper))
    for (const row of together) localStorage.setItem(`${keeper}/${row.id}`, JSON.stringify(row))
    localStorage.removeItem(keeper)
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(`${keeper}/`) && name !== `${keeper}/paste`)
      .flatMap((name) => readKept(localStorage.getItem(name)))
  } catch {
    return []
  }
}
