import { Refusal } from '@/lib/values'

/** The name of a file that is sent as bytes, percent-encoded in `X-File-Name`. @throws Refusal fileNameMissing */
export function sentFileName(headers: Headers): string {
  try {
    return decodeURIComponent(headers.get('x-file-name') ?? '')
  } catch {
    throw new Refusal('fileNameMissing')
  }
}
