import { answerPaper } from '@/app/cities/[city]/evaluations/answer-paper'
import { cityGet, type CityParams } from '@/lib/web/handler'

interface Where extends CityParams {
  readonly round: string
}

/** The same documents for the assessors of a city, in the days in which they are assigned. */
export const GET = cityGet('assessment.do', (permit, { city, round }: Where, request) => {
  const version = request.nextUrl.searchParams.get('version') ?? ''
  return answerPaper(permit, { round, version }, request, `/assess/${city}/${round}`)
})
