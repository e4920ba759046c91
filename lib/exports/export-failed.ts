import { AccessRefused } from '@/lib/access/authorize'
import { StoreFull } from '@/lib/files/file-store'
import type { ExportFailure } from '@/lib/store/export-requests'
import { Refusal } from '@/lib/values'
import { CityRefused } from './export-rights'

/** An export that cannot be made, and why. */
export class ExportFailed extends Error {
  constructor(readonly reason: ExportFailure) {
    super(reason)
    this.name = 'ExportFailed'
  }
}

/** Why an export failed, and with which city. */
export function failureOf(error: unknown): { readonly reason: ExportFailure; readonly city: string | null } {
  if (error instanceof ExportFailed) return { reason: error.reason, city: null }
  if (error instanceof CityRefused) return { reason: 'rightsLost', city: error.city }
  if (error instanceof AccessRefused) return { reason: 'rightsLost', city: null }
  if (error instanceof Refusal && error.code === 'documentNotMade') return { reason: 'notMade', city: null }
  if (error instanceof StoreFull) return { reason: 'storeFull', city: null }
  return { reason: 'fault', city: null }
}
