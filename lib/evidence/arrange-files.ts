import { compareText, type Query } from '@/lib/values'
import type { LibraryFile } from './read-library'

const FILE_SORTS = ['newest', 'name', 'size'] as const

/** What is asked of the files of a city, as the address of the page says it. */
export interface FileQuestion {
  /** Part of a name, of the name of whoever brought it, or of a digest. */
  readonly find: string
  readonly sort: (typeof FILE_SORTS)[number]
  readonly purpose: LibraryFile['purpose'] | ''
}

/** Reads the question from an address; what makes no sense asks for nothing. */
export function readFileQuestion(query: Query): FileQuestion {
  const { find, sort, purpose } = query
  return {
    find: typeof find === 'string' ? find.trim().slice(0, 100) : '',
    sort: FILE_SORTS.find((each) => each === sort) ?? 'newest',
    purpose: purpose === 'evidence' || purpose === 'workbook' ? purpose : '',
  }
}

/** The files that fit, in the order wanted; they come latest first. */
export function arrangeFiles(
  files: readonly LibraryFile[],
  { find, sort, purpose }: FileQuestion,
): LibraryFile[] {
  const wanted = find.toLowerCase()
  const fitting = files.filter(
    (file) =>
      (purpose === '' || file.purpose === purpose) &&
      [file.name, file.uploadedByName, file.sha256].some((text) => text.toLowerCase().includes(wanted)),
  )
  if (sort === 'name') return fitting.sort((a, b) => compareText(a.name, b.name))
  return sort === 'size' ? fitting.sort((a, b) => b.bytes - a.bytes) : fitting
}
