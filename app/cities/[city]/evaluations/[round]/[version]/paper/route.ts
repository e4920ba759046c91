import { cityGet, type CityParams } from '@/lib/web/handler'
import { answerPaper } from '../../../answer-paper'

interface Where extends CityParams {
  readonly round: string
  readonly version: string
}

/** Report, score sheet or self-evaluation of one version as PDF or Word. */
export const GET = cityGet('evaluation.read', (permit, where: Where, request) =>
  answerPaper(permit, where, request, `/cities/${where.city}/evaluations/${where.round}`),
)
