import { switchUnaccepted } from '@/lib/web/unaccepted'

/** The switch of every page that can show figures which are not accepted: a plain form. */
export function POST(request: Request): Promise<Response> {
  return switchUnaccepted(request)
}
