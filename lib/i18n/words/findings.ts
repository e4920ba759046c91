import type { CheckCode, NextStep } from '@/lib/rules/checks'
import { bilingual } from '../bilingual'

type Told = Readonly<Record<string, string>>
type Sentences = Readonly<Record<CheckCode, (d: Told) => string>>

const of = (told: Told, name: string): string => told[name] ?? ''

/**
 * What a check says of a figure: the rule, what was expected, what came, what to do. Numbers arrive formatted with their
 * units. A check without its sentences does not compile.
 */
export const findings = bilingual(
  {
    row: {
      namesDiffer: (name: string, code: string, other: string, period: string) =>
        `${code}“${name}”（${period === '' ? '另一行' : `${period}登记`}为“${other}”）`,
      codesDiffer: (one: string, other: string, period: string) =>
        `“${one}”与${period === '' ? '另一行' : period}“${other}”`,
      entity: (name: string, code: string) => `${name}，${code === '' ? '无代码' : code}`,
      lacking: (name: string, fields: string) => `${name}（缺${fields}）`,
      sharedCertificate: (name: string, number: string, other: string, period: string) =>
        `“${name}”的证书 ${number} 也是${period === '' ? '另一行' : period}“${other}”的`,
      laterCertificate: (name: string, number: string, day: string) =>
        `“${name}”的证书 ${number} 自${day}起才有效`,
      andMore: '……',
    },
    rule: {
      answerMissing:
        '每一项都要有答复。零请填 0；确实没有数字的，选“不适用”或“暂无数据”并说明理由。空白不等于零。',
      reasonMissing: '“不适用”“暂无数据”须写明理由，“暂无数据”还须写明预计取得日期。',
      notAFigure: '数字项只填零或正数；按个数计的，只填整数。',
      cumulativeFell: '累计数只增不减：对象计入后不会消失。',
      pledgeOneSided: '质押融资的金额与项目数同有同无，不能一个为零、另一个不为零。',
      yearDisagreesWithQuarters: '全年数应等于四个季度之和。',
      breakdownDisagrees: '各分项之和应等于合计。',
      expectedPassed: '“暂无数据”到了预计日期，应当已经有数。',
      unitSlip: '与本市以往数字相差约一万倍或一亿倍，疑似把元、万元、亿元填混。',
      jump: '超过本市以往最大季度的三倍，或不足最小季度的三分之一。可能属实，但须说明。',
      growthAcrossBases: '这一项的基数已决定为不可比，增幅暂不评判。须写明本季数字按哪一口径统计。',
      namesDiffer: '统一社会信用代码相同即为同一对象，名称应当一致；更名的属实，须说明。',
      codesDiffer: '名称相同或只差在形式，代码却不同：可能是同一对象登记了两次，或代码有误。',
      detailsMissing: '台账所列各栏应当填全，评审和查重都要用到。',
      certifiedOverCertificates:
        '一张证书只证明一个单位，且应在本季度结束前生效：通过认证的单位不能多于已有的证书。集团多场所证书属实的，须说明。',
    } satisfies Record<CheckCode, string>,
    expected: {
      answerMissing: (d) => (of(d, 'answer') === 'narrative' ? '文字说明' : '数字'),
      reasonMissing: (d) => (of(d, 'answer') === 'date' ? '预计取得日期' : '理由'),
      notAFigure: (d) => `以“${of(d, 'unit')}”计的数字`,
      cumulativeFell: (d) => `不少于 ${of(d, 'atLeast')}（${of(d, 'since')}已报）`,
      pledgeOneSided: () => '大于零，或金额与项目数都为零',
      yearDisagreesWithQuarters: (d) => `${of(d, 'sumOfQuarters')}（四个季度之和）`,
      breakdownDisagrees: (d) => `${of(d, 'sumOfParts')}（分项之和）`,
      expectedPassed: (d) => `${of(d, 'day')}前取得`,
      unitSlip: (d) => `${of(d, 'usual')}上下（以往各季的中间值）`,
      jump: (d) => `${of(d, 'from')}至 ${of(d, 'to')}`,
      growthAcrossBases: (d) =>
        ({
          unitChanged: '与基数同一单位的数字',
          differentSpan: '与基数同样长短时段的数字',
        })[of(d, 'basis')] ?? '与修订后的基数同一口径的数字',
      namesDiffer: () => '一个代码一个名称',
      codesDiffer: () => '一个对象一个代码',
      detailsMissing: (d) => `各行都填写：${of(d, 'fields')}`,
      certifiedOverCertificates: (d) =>
        `至多 ${of(d, 'certificates')}（本季度所报单位中，持有自己的、已生效的证书的）`,
    } satisfies Sentences,
    received: {
      answerMissing: () => '未填',
      reasonMissing: (d) => of(d, 'answer'),
      notAFigure: (d) => `“${of(d, 'value')}”`,
      cumulativeFell: (d) => of(d, 'value'),
      pledgeOneSided: (d) => `金额 ${of(d, 'amount')}，项目数 ${of(d, 'projects')}`,
      yearDisagreesWithQuarters: (d) => of(d, 'value'),
      breakdownDisagrees: (d) => of(d, 'value'),
      expectedPassed: (d) => of(d, 'answer'),
      unitSlip: (d) => of(d, 'value'),
      jump: (d) => of(d, 'value'),
      growthAcrossBases: (d) => of(d, 'value'),
      namesDiffer: (d) => `${of(d, 'rows')} 行：${of(d, 'named')}`,
      codesDiffer: (d) => `${of(d, 'rows')} 行：${of(d, 'named')}`,
      detailsMissing: (d) => `${of(d, 'rows')} 行没有填全：${of(d, 'named')}`,
      certifiedOverCertificates: (d) => `${of(d, 'entities')}：${of(d, 'named')}`,
    } satisfies Sentences,
    next: {
      enterOrGiveReason: '到这一格填写；没有数字的，说明理由。',
      giveReason: '到这一格补写理由。',
      giveDate: '到这一格补写预计取得日期。',
      giveFigureOrDate: '向提供单位催问：有数的填数，没有的写明新的预计日期。',
      enterPlainFigure: '到这一格改成数字。',
      checkRegister: '核对台账，看是否误移除了行。',
      checkBothFigures: '核对金额与项目数，改正其中有误的一项。',
      checkParts: '核对各部分与合计，改正其中有误的。',
      checkUnit: '核对单位；有误的改正，属实的写出说明。',
      correctOrExplain: '核对来源；有误的改正，属实的写出说明。',
      sayBasis: '核对口径和单位；写明本季数字按新口径还是旧口径。',
      compareNames: '到台账核对营业执照上的名称；有误的改正，已更名的说明。',
      compareCodes: '到台账核对两者的代码；同一对象的改正或移除一行，不是同一对象的说明。',
      fillDetails: '到台账补填；确实没有的，说明原因。',
      compareCertificates: '到台账对照证书核对编号和有效期；有误的改正或移除该行，属实的说明。',
    } satisfies Record<NextStep, string>,
  },
  {
    row: {
      namesDiffer: (name, code, other, period) =>
        `${code} “${name}” (${period === '' ? 'another row' : period}: “${other}”)`,
      codesDiffer: (one, other, period) =>
        `“${one}” and ${period === '' ? 'another row' : period} “${other}”`,
      entity: (name, code) => `${name}, ${code === '' ? 'no code' : code}`,
      lacking: (name, fields) => `${name} (lacks ${fields})`,
      sharedCertificate: (name, number, other, period) =>
        `certificate ${number} of “${name}” is also that of “${other}” (${period === '' ? 'another row' : period})`,
      laterCertificate: (name, number, day) => `certificate ${number} of “${name}” is valid only from ${day}`,
      andMore: '…',
    },
    rule: {
      answerMissing:
        'Every result needs an answer. For zero enter 0; where there is no figure choose “Not applicable” or “Not yet available” and say why. Blank is not zero.',
      reasonMissing:
        '“Not applicable” and “Not yet available” need a reason, and the latter the day the figure is expected.',
      notAFigure: 'A figure is zero or more, and whole where things are counted.',
      cumulativeFell: 'A cumulative number only grows: what was counted does not vanish.',
      pledgeOneSided:
        'Pledges have an amount and a number of projects; one cannot be zero while the other is not.',
      yearDisagreesWithQuarters: 'The yearly figure must be the sum of its four quarters.',
      breakdownDisagrees: 'The parts must add up to the whole.',
      expectedPassed: 'A figure said to be expected by a day should be there once that day has passed.',
      unitSlip:
        'About 10,000 or 100 million times the city’s earlier figures, or that small a part: yuan, 10,000 yuan and 100 million yuan may be mixed up.',
      jump: 'More than three times the city’s greatest quarter, or less than a third of its smallest. It may be true, and then must be explained.',
      growthAcrossBases:
        'The base of this result was decided not to be comparable, and its growth is not judged. It must be said on which basis the figure of this quarter stands.',
      namesDiffer:
        'The same credit code is the same entity and should have one name. A change of name may be true, and then must be explained.',
      codesDiffer:
        'The same name, or one that differs only in its form, under different codes: one entity may be entered twice, or a code may be wrong.',
      detailsMissing:
        'Every column that a register asks should be filled in: reviewers and the search for duplicates need it.',
      certifiedOverCertificates:
        'A certificate is one entity’s and should be valid by the end of the quarter: no more entities can be certified than certificates exist. A group certificate for several sites may be true, and then must be explained.',
    },
    expected: {
      answerMissing: (d) => (of(d, 'answer') === 'narrative' ? 'a narrative' : 'a figure'),
      reasonMissing: (d) => (of(d, 'answer') === 'date' ? 'the expected day' : 'a reason'),
      notAFigure: (d) => `a figure (${of(d, 'unit')})`,
      cumulativeFell: (d) => `at least ${of(d, 'atLeast')} (reported ${of(d, 'since')})`,
      pledgeOneSided: () => 'more than zero, or both zero',
      yearDisagreesWithQuarters: (d) => `${of(d, 'sumOfQuarters')} (sum of the quarters)`,
      breakdownDisagrees: (d) => `${of(d, 'sumOfParts')} (sum of the parts)`,
      expectedPassed: (d) => `by ${of(d, 'day')}`,
      unitSlip: (d) => `about ${of(d, 'usual')} (middle of the earlier quarters)`,
      jump: (d) => `${of(d, 'from')} to ${of(d, 'to')}`,
      growthAcrossBases: (d) =>
        ({
          unitChanged: 'a figure in the unit of the base',
          differentSpan: 'a figure of a period as long as that of the base',
        })[of(d, 'basis')] ?? 'a figure on the basis of the restated base',
      namesDiffer: () => 'one name for one code',
      codesDiffer: () => 'one code for one entity',
      detailsMissing: (d) => `in every row: ${of(d, 'fields')}`,
      certifiedOverCertificates: (d) =>
        `at most ${of(d, 'certificates')} (of those reported this quarter, with a certificate of their own that has begun)`,
    },
    received: {
      answerMissing: () => 'blank',
      reasonMissing: (d) => of(d, 'answer'),
      notAFigure: (d) => `“${of(d, 'value')}”`,
      cumulativeFell: (d) => of(d, 'value'),
      pledgeOneSided: (d) => `amount ${of(d, 'amount')}, projects ${of(d, 'projects')}`,
      yearDisagreesWithQuarters: (d) => of(d, 'value'),
      breakdownDisagrees: (d) => of(d, 'value'),
      expectedPassed: (d) => of(d, 'answer'),
      unitSlip: (d) => of(d, 'value'),
      jump: (d) => of(d, 'value'),
      growthAcrossBases: (d) => of(d, 'value'),
      namesDiffer: (d) => `${of(d, 'rows')} ${of(d, 'rows') === '1' ? 'row' : 'rows'}: ${of(d, 'named')}`,
      codesDiffer: (d) => `${of(d, 'rows')} ${of(d, 'rows') === '1' ? 'row' : 'rows'}: ${of(d, 'named')}`,
      detailsMissing: (d) =>
        `${of(d, 'rows')} ${of(d, 'rows') === '1' ? 'row is' : 'rows are'} incomplete: ${of(d, 'named')}`,
      certifiedOverCertificates: (d) => `${of(d, 'entities')}: ${of(d, 'named')}`,
    },
    next: {
      enterOrGiveReason: 'Fill in the cell or, if there is no figure, say why.',
      giveReason: 'Add the reason in the cell.',
      giveDate: 'Add the expected day in the cell.',
      giveFigureOrDate:
        'Ask the office that supplies it: enter the figure, or a new day on which it is expected.',
      enterPlainFigure: 'Enter a plain figure in the cell.',
      checkRegister: 'Check the register: perhaps rows were removed by mistake.',
      checkBothFigures: 'Check amount and projects, and correct the one that is wrong.',
      checkParts: 'Check the parts and the whole, and correct what is wrong.',
      checkUnit: 'Check the unit; correct it if wrong, explain it if true.',
      correctOrExplain: 'Check the source; correct it if wrong, explain it if true.',
      sayBasis: 'Check basis and unit, and say whether the figure is on the new basis or the old.',
      compareNames:
        'Compare the name with the licence in the register: correct it if wrong, explain it if the name was changed.',
      compareCodes:
        'Compare both codes in the register: correct or remove a row if it is the same entity, explain it if it is not.',
      fillDetails: 'Fill them in in the register; where there are none, explain why.',
      compareCertificates:
        'Compare number and validity with the certificate: correct or remove the row if it is wrong, explain it if it is true.',
    },
  },
)
