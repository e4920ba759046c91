import { switchLocale } from '@/lib/web/locale'

/** The language switch of every page, the sign-in page included: a plain form. */
export function POST(request: Request): Promise<Response> {
  return switchLocale(request)
}
