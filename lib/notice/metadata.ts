/** What the notice is, and since when its figures apply. */
export const notice = {
  documentNumber: '财办建〔2020〕40号',
  title: {
    zh: '财政部办公厅、国家知识产权局办公室关于做好2020年知识产权运营服务体系建设工作的通知',
    en: 'Notice of the General Office of the Ministry of Finance and the Office of the China National Intellectual Property Administration on building the intellectual property operation service system in 2020',
  },
  issuers: [
    { code: 'mof', zh: '财政部办公厅', en: 'General Office of the Ministry of Finance' },
    {
      code: 'cnipa',
      zh: '国家知识产权局办公室',
      en: 'Office of the China National Intellectual Property Administration',
    },
  ],
  /** Reported by China News Service; the copy of the notice we hold bears no date. */
  announced: '2020-04-30',
  /** On the site of the Ministry of Finance by this day. */
  publishedBy: '2020-05-07',
  /** The list of the eleven cities selected was made public. */
  citiesPublicised: '2020-05-29',
  status: { zh: '现行有效', en: 'in force' },
  /** What our copy lacks: no rule may pretend to know it. */
  notPublic: ['三·1·2', '三·1·3', '三·1·4', 'procedure', 'attachments', 'bands', 'baseYear'],
} as const

/** The central money of one city, clause 三, in 万元. Bands of the remainder are not specified by any public text (R12). */
export const instalments = {
  clause: '三',
  unit: '万元',
  total: '15000',
  first: { amount: '10000', year: 2020 },
  remainder: { upTo: '5000', condition: 'midTermEvaluation', bands: 'unspecified' },
} as const
