import type { AccessRefused } from '@/lib/access/authorize'
import { FIGURE_WHOLE_DIGITS, type FigureRefusalCode, type RefusalCode } from '@/lib/values'
import type { CreditCodeRefusal } from '@/lib/values/credit-code'
import { bilingual } from '../bilingual'
import { evaluationRefusals } from './evaluation-refusals'
import { fileRefusals } from './file-refusals'
import { importRefusals } from './import-refusals'
import { planRefusals } from './plan-refusals'

/** What was expected and what came, as texts ready to show. A detail that is absent is an empty text. */
export type Particulars = Readonly<Record<string, string>>

type Sentence = (detail: Particulars) => string
type Sentences<Code extends string> = Readonly<Record<Code, Sentence>>

const of = (detail: Particulars, name: string): string => detail[name] ?? ''

// What a refusal of a file names by a code.
const kindsZh: Particulars = {
  html: '网页',
  xml: 'XML 文本',
  pdf: 'PDF 文档',
  image: '图片',
  archive: '压缩包',
  text: '纯文本',
  workbook: 'Excel 工作簿',
}
const kindsEn: Particulars = {
  html: 'a web page',
  xml: 'XML text',
  pdf: 'a PDF document',
  image: 'a picture',
  archive: 'a compressed archive',
  text: 'plain text',
  workbook: 'an Excel workbook',
}
const activeZh: Particulars = {
  macro: '宏',
  activeX: 'ActiveX 控件',
  ole: '嵌入的对象',
  connection: '外部数据连接',
  extension: '加载项',
}
const activeEn: Particulars = {
  macro: 'macros',
  activeX: 'ActiveX controls',
  ole: 'embedded objects',
  connection: 'connections to outside data',
  extension: 'an add-in',
}
const unsafeZh: Particulars = {
  entries: '内部文件过多',
  duplicate: '内部文件重名',
  inflation: '解压后异常庞大',
  overlap: '内部文件相互重叠',
  path: '内部文件路径越界',
  doctype: '含有文档类型声明',
  depth: '嵌套过深',
}
const unsafeEn: Particulars = {
  entries: 'too many parts inside',
  duplicate: 'two parts of the same name',
  inflation: 'unpacked, it is enormous',
  overlap: 'parts that overlap',
  path: 'parts that point out of the file',
  doctype: 'a document type declaration',
  depth: 'nested too deeply',
}
const sizesZh: Particulars = {
  rows: '行',
  columns: '列',
  cells: '单元格',
  cellText: '一个单元格的字数',
  text: '全部文字',
  merges: '合并单元格',
  formulas: '公式',
  sheets: '工作表',
  memory: '所需内存（MB）',
}
const sizesEn: Particulars = {
  rows: 'rows',
  columns: 'columns',
  cells: 'cells',
  cellText: 'signs in one cell',
  text: 'signs of text in all',
  merges: 'merged areas',
  formulas: 'formulas',
  sheets: 'sheets',
  memory: 'MB of memory',
}

/**
 * The registry of refusals: a code without a sentence does not compile. New codes are added in lib/values/refusal.ts.
 * Each sentence leads with what to do or what is wrong, then the rule. At most two lines.
 */
export const refusals = bilingual(
  {
    figure: {
      empty: () => '这里还没有填。零请填 0；没有数字请选择“不适用”或“暂无数据”。',
      notANumber: (d) => `请只填数字。收到“${of(d, 'got')}”，应为阿拉伯数字，例如 1234.56。`,
      grouping: (d) => `请检查千位分隔符。收到“${of(d, 'got')}”，应为 1,234,567 或 1234567。`,
      negative: (d) => `请填零或正数。收到“${of(d, 'got')}”，本表各项都不能为负。`,
      tooLarge: (d) =>
        `数字过大，请检查单位。收到“${of(d, 'got')}”，整数部分最多 ${of(d, 'limit') || FIGURE_WHOLE_DIGITS} 位。`,
      tooPrecise: (d) =>
        `小数位过多。收到“${of(d, 'got')}”，最多 ${of(d, 'limit')} 位小数，请按统计口径取舍后填写。`,
      notWhole: (d) => `请填整数。收到“${of(d, 'got')}”，这一项按个数计，不能有小数。`,
      exponent: (d) =>
        `请写出全部数字。收到“${of(d, 'got')}”，不接受科学计数法；从表格粘贴前请把单元格设为数值格式。`,
    } satisfies Sentences<FigureRefusalCode>,
    creditCode: {
      length: (d) => `统一社会信用代码应为 18 位。收到“${of(d, 'got')}”，请与营业执照核对。`,
      sign: (d) =>
        `统一社会信用代码第 ${of(d, 'position')} 位“${of(d, 'got')}”不是允许的字符${of(d, 'suggestion') ? `，多半应为“${of(d, 'suggestion')}”` : ''}（代码不用 I、O、S、V、Z）。请与营业执照核对。`,
      check: (d) =>
        `统一社会信用代码校验位不符：末位是“${of(d, 'got')}”，按 GB 32100 应为“${of(d, 'expected')}”。请核对是否输错一位。`,
    } satisfies Sentences<CreditCodeRefusal['code']>,
    access: {
      signInFirst: () => '请先登录。已保存的内容没有丢失。',
      notAllowed: () => '您的角色不办理这项工作。如有疑问，请联系安全管理员。',
      notFound: () => '没有找到。地址可能有误，或者该内容不在您的权限范围内。',
    } satisfies Sentences<AccessRefused['code']>,
    deed: {
      cellUnknown: () => '本期报表没有这一项。请刷新页面后重试。',
      contentWrong: () => '内容与这一项的类型不符：数字项只填数字，文字项只填文字。请改正后再保存。',
      reasonMissing: () => '请填写理由。没有理由不能办理这一步。',
      dateWrong: (d) =>
        `日期不对${of(d, 'got') && `：收到“${of(d, 'got')}”`}。应为 2022-09-30 这样的日期${of(d, 'latest') && `，且不晚于 ${of(d, 'latest')}`}。`,
      nameMissing: () => '请填写名称。',
      viewNameTaken: (d) =>
        `您已保存过“${of(d, 'got')}”，名称不能重复。请换一个名称；要修改原来的，请先打开它再保存，或将它移除。`,
      identityWrong: () => '请填统一社会信用代码；没有代码的，请填没有的原因。两者必须且只能填一个。',
      choiceWrong: (d) =>
        `请从列表中选择一项${of(d, 'got') && `，收到“${of(d, 'got')}”`}。表格里的写法可用列表中的名称。`,
      amountWrong: (d) => `金额不对：收到“${of(d, 'got')}”。应为不带单位的数，单位万元，最多六位小数。`,
      wholeWrong: (d) => `应为整数，收到“${of(d, 'got')}”。请只填数字，不带单位。`,
      validityWrong: (d) =>
        `有效期止 ${of(d, 'got')} 早于有效期起 ${of(d, 'from')}。请按证书核对这两个日期。`,
      fieldNotAsked: (d) => `本台账没有这一栏，收到“${of(d, 'got')}”。请清空，或改写在备注中。`,
      rowUnknown: () => '没有找到这一行，可能已被同事删除。请刷新台账后重试。',
      rowSubmitted: () => '这一行已经上报过，不能移除。请写明理由后撤回：它仍保留在台账里，但不再计数。',
      caseUnknown: (d) => `没有第 ${of(d, 'number')} 号重复申报。请从列表中选择。`,
      caseDecided: (d) =>
        `第 ${of(d, 'number')} 号重复申报在您查看之后有了新的记录，没有办理。请看过最新记录后再认定。`,
      cityNotInCase: (d) => `所选城市没有申报第 ${of(d, 'number')} 号的对象。请从申报的城市中选择。`,
      rowsContradict: (d) =>
        `“${of(d, 'indicator')}”的台账本季度有 ${of(d, 'rows')} 行，不能填“无新增”或“不适用”。请先在台账中移除这些行。`,
      tooLong: (d) => `文字过长：最多 ${of(d, 'limit')} 字，收到 ${of(d, 'got')} 字。请缩短后再保存。`,
      periodUnknown: (d) => `没有“${of(d, 'period')}”这个填报期。请从填报页选择。`,
      periodNotOpen: (d) => `${of(d, 'period')}尚未开放填报，${of(d, 'opensAt')} 开放。`,
      periodLocked: (d) =>
        `${of(d, 'period')}已于${of(d, 'lockedAfter')} 锁定。如需补报，请在填报页申请延期，批准后即可继续填；已填的内容没有丢。`,
      notEditable: (d) => `报表现为“${of(d, 'status')}”，不能修改。如需修改，请先撤回签审，或等待退回。`,
      figureNotReturned: (d) => `“${of(d, 'indicator')}”没有被退回，不能修改。只能更正被退回的各项。`,
      rowNotReturned: () =>
        '这一行没有被退回，不能修改，也不能新增行。只能更正被退回的各行；其余如需更正，请在“沟通”中说明。',
      conversationClosed: () =>
        '这里没有等待答复的提问，没有写入：可能已被审核员关闭。请刷新页面；如需再说明，请等待新的提问。',
      nothingSubmitted: () => '本报表还没有上报过，不能提问。提问只针对已上报的内容，请等城市上报。',
      notClean: (d) =>
        `还有疑问，不能一并办理：${of(d, 'open') || '0'} 条提示未说明，${of(d, 'questions') || '0'} 处沟通未关闭，${of(d, 'cases') || '0'} 件重复申报未认定。请打开报表单独办理。`,
      notNow: (d) =>
        `报表现在不能办理这一步${of(d, 'status') && `：状态是“${of(d, 'status')}”`}${of(d, 'by') && `，最近一步由${of(d, 'by')}于 ${of(d, 'at')} 办理`}。请刷新页面查看。`,
      versionPassed: (d) =>
        `报表已有新的版本${of(d, 'inHand') && `：现在是第 ${of(d, 'inHand')} 版，您填写的是第 ${of(d, 'typedFor')} 版`}。所填内容存在本机，没有写入；请刷新页面，核对后填入。`,
      contentChanged: () => '内容在您查看之后有变动，没有办理。请重新查看最新内容后再办。',
      certifierPrepared: () => '您参与过本报表的填报，不能签审。请由未参与填报的签审人签审。',
      checksFailed: (d) =>
        `全审未通过：${of(d, 'hard') || '0'} 处错误，${of(d, 'unanswered') || '0'} 项未填。请改正后再签审。`,
      findingsOpen: (d) =>
        `还有 ${of(d, 'open') || '0'} 处提示没有说明。请填报员改正数字或写出说明后再签审。`,
      findingGone: () => '这处提示已经变化：数字改过，或者提示已消除，说明没有保存。请查看最新内容后再写。',
      explanationShort: (d) =>
        `说明太短：至少 ${of(d, 'least')} 字，收到 ${of(d, 'got')} 字。请写明数字为什么属实、依据是什么。`,
      declarationMissing: () => '请先勾选声明，再签审。',
      nothingChanged: () => '内容与退回时完全相同。请先更正被退回的各项，再上报。',
      emailWrong: (d) =>
        `电子邮箱不对：收到“${of(d, 'got')}”，应为 name@example.cn 这样的地址。请改正，或留空只在平台内提醒。`,
      extensionNeedless: () =>
        '这份报表已经上报，不需要延期：是否逾期以首次上报为准。被退回的，更正后直接重报即可。',
      extensionDayWrong: (d) =>
        `延期应晚于现在的期限和今天：收到 ${of(d, 'got')}，应晚于 ${of(d, 'after')}。请另选一天。`,
      extensionPending: (d) => `${of(d, 'period')}已有一份延期申请在等待决定。有了决定后才能再申请。`,
      extensionUnknown: () => '没有找到这份延期申请。请刷新页面。',
      extensionDecided: () => '这份延期申请已由他人决定，没有重复记录。请刷新页面查看。',
      extensionOwn: () => '延期须由申请人以外的人批准。请另一位国家级审核员办理。',
      extensionPassed: (d) =>
        `申请的期限 ${of(d, 'until')} 已过，批准也不再起作用。请不予批准，由城市另行申请。`,
      restatementOpen: () => '这份报表已有一项更正在等待批准。请待它批准、驳回或撤回后，再提出新的更正。',
      restatementSame: () =>
        '更正后与已受理的内容完全相同。请填写至少一个不同的数字，或选择要移除、补充的台账行。',
      restatementAnswered: () => '这项更正已有结果：已批准、驳回或撤回。请刷新页面查看。',
      restatementChecks: (d) =>
        `更正后“${of(d, 'indicator')}”有错误，不能提出。各分项之和须与合计一致，数字须符合核查规则。请改正后再提出。`,
      approverAsked: () => '您是更正的提出人，不能批准或驳回。请由另一位国家知识产权局审核员办理。',
      correctionWrong: (d) =>
        `“${of(d, 'indicator')}”更正后的数不对：收到“${of(d, 'got')}”。应为阿拉伯数字，按个数计的应为整数。`,
      rowWrong: (d) =>
        `补充的行“${of(d, 'name')}”填写不完整或不对。名称、代码（或没有代码的原因）和日期须齐全，日期不晚于本季度末。`,
      targetBelowFloor: (d) =>
        `自定目标不能低于通知要求${of(d, 'floor') && ` ${of(d, 'floor')}`}${of(d, 'got') && `，收到 ${of(d, 'got')}`}。`,
      targetWrong: (d) =>
        `自定目标不对${of(d, 'got') && `：收到“${of(d, 'got')}”`}。应为正数；按个数计的应为整数。`,
      bandsWrong: (d) =>
        `分档表不成立${of(d, 'band') && `：第 ${of(d, 'band')} 档`}。下限须从 0 起逐档升高、不超过 100，金额为数字（万元，精确到元）、逐档不减、不超过 5000 万元。`,
      boundWrong: (d) =>
        of(d, 'below') === ''
          ? '这项核查没有界限。请把界限留空，或另选一项核查。'
          : `界限须是大于 1、小于 ${of(d, 'below')} 的数。收到“${of(d, 'got')}”。请改为倍数，例如 3。`,
      weightsWrong: (d) =>
        of(d, 'why') === 'gradesNotFalling'
          ? `等级界限须不超过 100，优、良、中逐级降低，且大于 0。收到 ${of(d, 'got')}。请改正各级界限。`
          : of(d, 'why') === 'weightsNot100'
            ? `各项权重之和须为 100。现为 ${of(d, 'got')}。`
            : `“${of(d, 'indicator')}”的权重不对${of(d, 'got') && `：收到“${of(d, 'got')}”`}。应为零或正数。`,
      derogationNeedless: (d) =>
        `${of(d, 'got')} 不低于通知要求的 ${of(d, 'floor')}，不需要例外。请填更低的数，或直接设定自定目标。`,
      thresholdWrong: (d) =>
        `界限应大于 0、至多 100，最多两位小数，例如 5；收到的是“${of(d, 'got')}”。请改填。`,
      checkTooSoon: (d) => `新的强制核查不能用于正在填报的报表。请从${of(d, 'period')}之后的季度起强制。`,
      documentMissing: () => '请填写发文字号。没有正式文件，分档表和评分办法不能启用，只能模拟。',
      decisionUnknown: () => '没有找到这项决定。请从决定簿中选择。',
      decisionSigned: () => '这项决定已有第二人签署，或者已被撤回。请刷新页面查看结果。',
      contactWrong: (d) =>
        of(d, 'field') === 'name'
          ? '联系人要有姓名。全部留空表示这一岗位无人；否则请填写姓名。'
          : of(d, 'got') === ''
            ? '电话和邮箱至少要填一项，城市才能联系到您。请补填。'
            : of(d, 'field') === 'email'
              ? `邮箱应形如 name@example.cn，收到的是“${of(d, 'got')}”。请改正。`
              : `电话应为数字，可带区号和分机，如 010-12345678 转 12，收到的是“${of(d, 'got')}”。请改正。`,
      handoverWrong: () =>
        '审核工作只能在角色和辖区相同的两位审核员之间交接，由其中一人登记；已结束的交接不能再结束。请重新选择。',
      announcementWrong: () => '公告要有标题和正文，收到的是空的。请补写后再发布。',
      targetNeedsRequest: () => '这项目标已经设定，不能直接改。请提出调整申请，由国家审核员批准后生效。',
      targetUnset: () => '这项指标还没有自定目标，不需要申请调整。请直接设定。',
      targetSame: (d) => `申请的目标与现行目标相同：${of(d, 'got')}。请填写不同的目标。`,
      targetRequestOpen: () => '这项指标已有一份调整申请在等决定。请等决定，或先撤回它。',
      targetRequestAnswered: () => '这份调整申请已有结果：已批准、不同意或撤回。请刷新页面查看。',
      signerProposed: () => '您是提出人，不能签署。请由另一人签署。',
      effectsChanged: () => '推演结果与您看到的不同，没有签署。请重新查看影响后再签。',
      ...fileRefusals['zh-CN'],
      ...importRefusals['zh-CN'],
      ...planRefusals['zh-CN'],
      ...evaluationRefusals['zh-CN'],
      signInFailed: (d) =>
        `账号或密码不对，或者账号不能使用。请核对大小写。同一账号连续输错 ${of(d, 'attempts')} 次，锁定 ${of(d, 'minutes')} 分钟。一次性密码过期的，请联系安全管理员重置。`,
      accountLocked: (d) =>
        `同一账号已连续输错 ${of(d, 'attempts')} 次，请 ${of(d, 'minutes')} 分钟后再试；其间密码正确也不能登录。急需使用的，请联系安全管理员。`,
      loginTaken: (d) => `账号名${of(d, 'login') && `“${of(d, 'login')}”`}已被使用。请换一个。`,
      loginWrong: () => '账号名不对。应为 3 至 40 个小写字母、数字、点、横线或下划线，以字母或数字开头。',
      reachWrong: () => '范围与角色不符：城市角色须选一个城市，省级角色须选一个省份，其他角色都不选。',
      passwordWeak: (d) =>
        of(d, 'same') === 'yes'
          ? '新密码与现密码相同，没有修改。请另设一个。'
          : `新密码不符合要求：须 12 至 128 个字符，大写字母、小写字母、数字、其他符号至少用两类，且不含账号名。收到 ${of(d, 'got')} 个字符、${of(d, 'kinds')} 类${of(d, 'named') && '，其中含有账号名'}。`,
      passwordWrong: () => '现密码不对，没有修改。请重新输入。',
      passwordsDiffer: () => '两次输入的新密码不一样，没有修改。请重新输入。',
      ownAccount: () => '不能停用或重置您正在使用的账号。请由另一位安全管理员办理。',
      periodWrong: (d) =>
        of(d, 'why') === 'taken'
          ? `${of(d, 'period')} 已经存在，没有新增。要改日期，请在列表中打开它。`
          : of(d, 'why') === 'name'
            ? `填报期不对${of(d, 'got') && `：收到“${of(d, 'got')}”`}。季度写作 2022Q3，基年写作 2019。`
            : '日期先后不对：开放须早于应报截止，逾期不得早于应报截止，锁定不得早于逾期。',
      cityWrong: (d) =>
        of(d, 'why') === 'taken'
          ? `代码 ${of(d, 'got')} 的城市已经存在，没有新增。要改名称，请在列表中打开它。`
          : of(d, 'why') === 'name'
            ? '请填全名称：城市与所在省份的中文、英文名称，以及排序用的拼音。'
            : of(d, 'why') === 'cohort'
              ? `批次应为入选年份，例如 2020；收到“${of(d, 'got')}”。`
              : `城市代码不对${of(d, 'got') && `：收到“${of(d, 'got')}”`}。应为六位行政区划代码。`,
      fileEmpty: () => '文件是空的，一个字节也没有。请重新导出后再上传。',
      fileTooLarge: (d) =>
        `文件过大：最大 ${of(d, 'limit')} MB，收到 ${of(d, 'got')} MB。请删去图片和无关工作表后再上传。`,
      fileOtherKind: () =>
        '不是表格文件：只收 .xlsx 工作簿和 .csv 文本表格。请在 Excel 或 WPS 中另存为 .xlsx 后再上传。',
      fileRenamed: (d) =>
        `扩展名与内容不符：“.${of(d, 'ending')}”文件里是${kindsZh[of(d, 'what')] ?? '别的内容'}。请用 Excel 或 WPS 打开后另存为 .xlsx，再上传。`,
      fileOldExcel: () =>
        '这是 Excel 97-2003 的旧格式（.xls），只收 .xlsx。请打开后另存为“Excel 工作簿（*.xlsx）”，再上传。',
      fileBinaryExcel: () =>
        '这是二进制工作簿（.xlsb），只收 .xlsx。请打开后另存为“Excel 工作簿（*.xlsx）”，再上传。',
      fileEncrypted: () => '文件设了打开密码，无法读取。请在 Excel 或 WPS 中取消密码，保存后再上传。',
      fileActive: (d) =>
        `文件里有${activeZh[of(d, 'what')] ?? '可执行的内容'}，不予接收。请另存为不含宏和嵌入对象的 .xlsx 后再上传。`,
      fileDamaged: (d) =>
        `文件已损坏，没有读入任何内容${of(d, 'part') && `（内部的“${of(d, 'part')}”读不出）`}。请重新保存或重新导出后再上传。`,
      fileUnsafe: (d) =>
        `文件结构异常（${unsafeZh[of(d, 'why')] ?? '不合规范'}），为安全起见没有读入。请把数据复制到新工作簿，保存后再上传。`,
      fileTooBig: (d) =>
        `表格过大：${sizesZh[of(d, 'what')] ?? '内容'}最多 ${of(d, 'limit')}。请分成几个文件，或删去无关内容后再上传。`,
      fileSlow: (d) =>
        `文件过于复杂，${of(d, 'seconds')} 秒内没有读完，没有读入任何内容。请把数据复制到新工作簿后再上传。`,
      fileBusy: () => '正在读取的文件较多，请一分钟后再上传。没有读入任何内容。',
      fileNoTable: () => '文件里没有任何数据。请确认填好并保存后再上传。',
      fileEncoding: () =>
        '文字编码无法识别：CSV 文件应为 UTF-8 或 GB18030（GBK）。请另存为“CSV UTF-8”或 .xlsx 后再上传。',
      fileQuoteOpen: (d) =>
        `第 ${of(d, 'line')} 行的引号没有配对，无法分列。请补上引号，或另存为 .xlsx 后再上传。`,
      documentNotMade: () =>
        '这次没有做成 PDF：系统正忙，或排版超过一分钟。上报不受影响；请稍后重试，或直接打印本页。',
      exportsOpen: (d) =>
        `每人同时最多制作 ${of(d, 'most')} 个导出，您已有 ${of(d, 'got')} 个在排队或制作。请等其中一个做好，或取消一个后再申请。`,
      exportsDay: (d) =>
        `每人每天最多申请 ${of(d, 'most')} 个导出，您今天已申请 ${of(d, 'got')} 个。请明天再申请，或下载已做好的文件。`,
      exportEmpty: () => '没有可以导出的城市：导出至少要有一个您可以查看的城市。请改选城市或省份。',
      exportOver: () => '这个导出已经做好、取消或过期，不能再取消或重试。请刷新页面查看。',
      exportGone: () => '这个导出没有文件：尚未做好，或已过期删除。请重新申请。',
      exportRightsLost: () => '这个导出含有您现在无权查看的城市，不能下载。请按现在的权限重新申请。',
      tooManyTries: (d) =>
        `一分钟内查不到的编号已超过 ${of(d, 'limit')} 个。请核对回执上的编号，一分钟后再查。`,
      formWrong: () => '表单内容不完整，没有办理。请刷新页面后重试。',
    } satisfies Sentences<RefusalCode>,
    nothingChanged: '没有改动任何内容。',
    signInBeside: '在新标签页登录，再回到这里重新提交',
  },
  {
    figure: {
      empty: () =>
        'Nothing is entered here. For zero type 0; if there is no figure choose “Not applicable” or “Not yet available”.',
      notANumber: (d) => `Enter digits only. Got “${of(d, 'got')}”, expected a number such as 1234.56.`,
      grouping: (d) =>
        `Check the thousands separators. Got “${of(d, 'got')}”, expected 1,234,567 or 1234567.`,
      negative: (d) => `Enter zero or more. Got “${of(d, 'got')}”; nothing in this report can be negative.`,
      tooLarge: (d) =>
        `The number is too large: check the unit. Got “${of(d, 'got')}”; at most ${of(d, 'limit') || FIGURE_WHOLE_DIGITS} digits before the point.`,
      tooPrecise: (d) =>
        `Too many decimals. Got “${of(d, 'got')}”; at most ${of(d, 'limit')} after the point. Round as your statistics do.`,
      notWhole: (d) =>
        `Enter a whole number. Got “${of(d, 'got')}”; this result is counted and has no fractions.`,
      exponent: (d) =>
        `Write the number out. Got “${of(d, 'got')}”; exponents are not read. Before pasting, format the cells as numbers.`,
    },
    creditCode: {
      length: (d) =>
        `A unified social credit code has 18 signs. Got “${of(d, 'got')}”; compare it with the business licence.`,
      sign: (d) =>
        `Sign ${of(d, 'position')} of the credit code, “${of(d, 'got')}”, is not allowed${of(d, 'suggestion') && `; “${of(d, 'suggestion')}” was probably meant`} (codes have no I, O, S, V, Z). Compare it with the business licence.`,
      check: (d) =>
        `The check sign of the credit code does not fit: it is “${of(d, 'got')}”, by GB 32100 it must be “${of(d, 'expected')}”. Look for one mistyped sign.`,
    },
    access: {
      signInFirst: () => 'Sign in first. What was saved is not lost.',
      notAllowed: () => 'Your role does not do this. If it should, ask the security administrator.',
      notFound: () => 'Not found. The address may be wrong, or what it shows is not within your reach.',
    },
    deed: {
      cellUnknown: () => 'This report has no such item. Reload the page and try again.',
      contentWrong: () =>
        'The content does not fit the item: figures where a figure is asked, text where text is asked. Correct it and save again.',
      reasonMissing: () => 'Give a reason. Without one this step cannot be taken.',
      dateWrong: (d) =>
        `The date is wrong${of(d, 'got') && `: got “${of(d, 'got')}”`}. Expected a day such as 2022-09-30${of(d, 'latest') && `, not after ${of(d, 'latest')}`}.`,
      nameMissing: () => 'Give the name.',
      viewNameTaken: (d) =>
        `You already keep “${of(d, 'got')}”, and each name stands once. Choose another name; to change that one, open it and save, or remove it.`,
      identityWrong: () => 'Give the credit code or, if there is none, why. Exactly one of the two.',
      choiceWrong: (d) =>
        `Choose one from the list${of(d, 'got') && `; got “${of(d, 'got')}”`}. In a table, write it as the list does.`,
      amountWrong: (d) =>
        `The amount is wrong: got “${of(d, 'got')}”. Expected a number without a unit, in CNY 10,000, with at most six decimals.`,
      wholeWrong: (d) => `Expected a whole number, got “${of(d, 'got')}”. Give digits only, without a unit.`,
      validityWrong: (d) =>
        `Valid to ${of(d, 'got')} is before valid from ${of(d, 'from')}. Check both days on the certificate.`,
      fieldNotAsked: (d) =>
        `This register has no such column; got “${of(d, 'got')}”. Clear it, or write it into the note.`,
      rowUnknown: () =>
        'This row is not there; a colleague may have removed it. Reload the register and try again.',
      rowSubmitted: () =>
        'This row was submitted before and cannot be removed. Withdraw it with a reason: it stays in the register and counts no more.',
      caseUnknown: (d) => `There is no case no. ${of(d, 'number')}. Choose one from the list.`,
      caseDecided: (d) =>
        `Something was added to case no. ${of(d, 'number')} after you looked at it; nothing was done. Read it, then decide.`,
      cityNotInCase: (d) =>
        `The chosen city does not claim the enterprise of case no. ${of(d, 'number')}. Choose one that does.`,
      rowsContradict: (d) =>
        `The register of “${of(d, 'indicator')}” has ${of(d, 'rows')} rows this quarter, so it cannot say “none” or “not applicable”. Take the rows out first.`,
      tooLong: (d) =>
        `The text is too long: at most ${of(d, 'limit')} signs, got ${of(d, 'got')}. Shorten it and save again.`,
      periodUnknown: (d) =>
        `There is no reporting period “${of(d, 'period')}”. Choose one on the report page.`,
      periodNotOpen: (d) => `${of(d, 'period')} is not open yet; it opens ${of(d, 'opensAt')}.`,
      periodLocked: (d) =>
        `${of(d, 'period')} was locked ${of(d, 'lockedAfter')}. To report late, ask for more time on the reporting page; what was typed is not lost.`,
      notEditable: (d) =>
        `The report is “${of(d, 'status')}” and cannot be changed. Take the certification back first, or wait for a return.`,
      figureNotReturned: (d) =>
        `“${of(d, 'indicator')}” was not returned and cannot be changed. Only returned figures can.`,
      rowNotReturned: () =>
        'This row was not returned: it cannot be changed, and no row can be added. Only the returned rows can be corrected; if another one needs it, say so in the conversation beside the figure.',
      conversationClosed: () =>
        'Nothing waits for an answer here, and nothing was written: a reviewer may have closed it. Reload the page; to say more, wait for another question.',
      nothingSubmitted: () =>
        'This report has never been submitted. Questions are about what was submitted; wait for the city to submit it.',
      notClean: (d) =>
        `Something in it is open, so that it cannot be dealt with unseen: ${of(d, 'open') || '0'} findings not explained, ${of(d, 'questions') || '0'} conversations not closed, ${of(d, 'cases') || '0'} cases undecided. Open the report and deal with it by itself.`,
      notNow: (d) =>
        `This step cannot be taken now${of(d, 'status') && `: the report is “${of(d, 'status')}”`}${of(d, 'by') && `; the last step was taken by ${of(d, 'by')}, ${of(d, 'at')}`}. Reload the page to see it.`,
      versionPassed: (d) =>
        `The report has moved on${of(d, 'inHand') && `: version ${of(d, 'inHand')} is in hand, and you typed for version ${of(d, 'typedFor')}`}. What you typed is kept in this browser and was not written; reload the page, look at it, and fill it in.`,
      contentChanged: () =>
        'The content changed after you looked at it; nothing was done. Look at it again, then repeat.',
      certifierPrepared: () =>
        'You helped to prepare this report and cannot certify it. A certifier who did not must do so.',
      checksFailed: (d) =>
        `The checks found ${of(d, 'hard') || '0'} errors and ${of(d, 'unanswered') || '0'} unanswered items. Correct them, then certify.`,
      findingsOpen: (d) =>
        `Notes without an explanation: ${of(d, 'open') || '0'}. The officer must correct the figure or explain it; then it can be certified.`,
      findingGone: () =>
        'The note has changed: the figure was altered or the note is gone. Nothing was saved. Look at the latest content, then explain.',
      explanationShort: (d) =>
        `The explanation is too short: at least ${of(d, 'least')} signs, got ${of(d, 'got')}. Say why the figure is true and what shows it.`,
      declarationMissing: () => 'Tick the declaration, then certify.',
      nothingChanged: () =>
        'The content is exactly what was returned. Correct the returned figures, then submit.',
      emailWrong: (d) =>
        `This is not an e-mail address: got “${of(d, 'got')}”, expected one like name@example.cn. Correct it, or leave it empty to be told within the portal only.`,
      extensionNeedless: () =>
        'This report has been submitted and needs no more time: whether it is late goes by its first submission. A returned report is simply corrected and submitted again.',
      extensionDayWrong: (d) =>
        `More time must end after the present deadline and after today: got ${of(d, 'got')}, expected a day after ${of(d, 'after')}. Choose another day.`,
      extensionPending: (d) =>
        `A request for more time for ${of(d, 'period')} is waiting for its decision. Another can be made afterwards.`,
      extensionUnknown: () => 'There is no such request for more time. Reload the page.',
      extensionDecided: () =>
        'Somebody else has decided this request; nothing was recorded twice. Reload the page to see it.',
      extensionOwn: () =>
        'More time is granted by another person than who asked for it. Leave it to another national reviewer.',
      extensionPassed: (d) =>
        `The end asked for, ${of(d, 'until')}, has passed: granting it would change nothing. Refuse it, and let the city ask again.`,
      restatementOpen: () =>
        'A restatement of this report is waiting for its answer. Ask again once it is approved, refused or withdrawn.',
      restatementSame: () =>
        'The corrected content is the accepted one. Enter at least one other figure, or choose rows to take out or add.',
      restatementAnswered: () =>
        'This restatement was approved, refused or withdrawn already. Reload to see.',
      restatementChecks: (d) =>
        `As corrected, “${of(d, 'indicator')}” has an error. Parts must make up their total and figures must pass the checks; correct it and ask again.`,
      approverAsked: () =>
        'You asked for this restatement and cannot answer it. Another CNIPA reviewer must.',
      correctionWrong: (d) =>
        `The corrected figure of “${of(d, 'indicator')}” cannot be read: received “${of(d, 'got')}”. Expected a number; a count is whole.`,
      rowWrong: (d) =>
        `The added row “${of(d, 'name')}” is incomplete or wrong. It needs a name, a code (or why there is none) and a day within the quarter.`,
      targetBelowFloor: (d) =>
        `An own target cannot lie below the notice${of(d, 'floor') && `: ${of(d, 'floor')}`}${of(d, 'got') && `, got ${of(d, 'got')}`}.`,
      targetWrong: (d) =>
        `The target is wrong${of(d, 'got') && `: got “${of(d, 'got')}”`}. Expected a positive number, whole where things are counted.`,
      bandsWrong: (d) =>
        `The bands cannot stand${of(d, 'band') && `: see band ${of(d, 'band')}`}. Lower bounds rise from 0 and stay within 100; amounts are numbers of 万元 that make whole yuan, never fall, and stay within 50 million yuan.`,
      boundWrong: (d) =>
        of(d, 'below') === ''
          ? 'This check has no bound. Leave the bound empty, or choose another check.'
          : `A bound is a number above 1 and below ${of(d, 'below')}. Got “${of(d, 'got')}”. Enter how many times, such as 3.`,
      weightsWrong: (d) =>
        of(d, 'why') === 'gradesNotFalling'
          ? `Grades begin at 100 or less, each lower than the one before, the last above 0. Got ${of(d, 'got')}. Correct the bounds.`
          : of(d, 'why') === 'weightsNot100'
            ? `The weights must make 100 together. They make ${of(d, 'got')}.`
            : `The weight of “${of(d, 'indicator')}” is wrong${of(d, 'got') && `: got “${of(d, 'got')}”`}. Expected zero or more.`,
      derogationNeedless: (d) =>
        `${of(d, 'got')} is not below the ${of(d, 'floor')} of the notice: no derogation is needed. Enter less, or set an own target.`,
      thresholdWrong: (d) =>
        `The threshold is more than 0 and at most 100 per cent, to two places, such as 5; “${of(d, 'got')}” came. Correct it.`,
      checkTooSoon: (d) =>
        `A new hard check cannot meet reports that are open now. Let it be hard from a quarter after ${of(d, 'period')}.`,
      documentMissing: () =>
        'Give the document number. Without a document bands and weights cannot take effect, only be simulated.',
      decisionUnknown: () => 'This decision is not there. Choose one from the decision book.',
      decisionSigned: () =>
        'This decision was signed or withdrawn already. Reload the page to see how it ended.',
      contactWrong: (d) =>
        of(d, 'field') === 'name'
          ? 'A contact has a name. Leave everything empty to say that there is nobody; otherwise write the name.'
          : of(d, 'got') === ''
            ? 'Give a telephone number or an e-mail address, so that cities can reach you; both are empty.'
            : of(d, 'field') === 'email'
              ? `An e-mail address looks like name@example.cn; “${of(d, 'got')}” came. Correct it.`
              : `A telephone number is digits, with area code and extension if need be, as 010-12345678 ext. 12; “${of(d, 'got')}” came. Correct it.`,
      handoverWrong: () =>
        'Work is handed over between two reviewers of the same role and reach, by one of the two; what has ended cannot be ended again. Choose again.',
      announcementWrong: () =>
        'An announcement needs a title and a text; one of them is empty. Write it, then announce.',
      targetNeedsRequest: () =>
        'This target was set already and cannot simply be changed. Ask for the change; it holds once a national reviewer grants it.',
      targetUnset: () => 'There is no own target for this result yet, so there is nothing to change. Set it.',
      targetSame: (d) => `That is the target in force: ${of(d, 'got')}. Ask for another one.`,
      targetRequestOpen: () =>
        'A request for this target waits for its answer. Wait for it, or withdraw that request first.',
      targetRequestAnswered: () =>
        'This request was granted, refused or withdrawn already. Reload the page to see.',
      signerProposed: () => 'You proposed this and cannot sign it. Another person must.',
      effectsChanged: () =>
        'The effects are no longer those you were shown; nothing was signed. Look at them again, then sign.',
      ...fileRefusals.en,
      ...importRefusals.en,
      ...planRefusals.en,
      ...evaluationRefusals.en,
      signInFailed: (d) =>
        `Account or password is wrong, or the account cannot be used. Check upper and lower case. ${of(d, 'attempts')} wrong passwords in a row lock an account for ${of(d, 'minutes')} minutes. If a one-time password has expired, ask the security administrator for another.`,
      accountLocked: (d) =>
        `${of(d, 'attempts')} wrong passwords in a row for the same account: try again in ${of(d, 'minutes')} minutes; until then even the right password is refused. If it is urgent, ask the security administrator.`,
      loginTaken: (d) =>
        `The account name ${of(d, 'login') && `“${of(d, 'login')}” `}is taken. Choose another.`,
      loginWrong: () =>
        'The account name is wrong. Expected 3 to 40 lower-case letters, digits, dots, hyphens or underscores, starting with a letter or digit.',
      reachWrong: () =>
        'Reach and role do not fit: city roles need one city, provincial roles one province, all others neither.',
      passwordWeak: (d) =>
        of(d, 'same') === 'yes'
          ? 'The new password is the present one; nothing was changed. Choose another.'
          : `The new password does not fit the rules: 12 to 128 signs of at least two kinds (upper case, lower case, digits, others), without the account name. Got ${of(d, 'got')} signs of ${of(d, 'kinds')} kinds${of(d, 'named') && ', the account name among them'}.`,
      passwordWrong: () => 'The present password is wrong; nothing was changed. Type it again.',
      passwordsDiffer: () => 'The two new passwords are not the same; nothing was changed. Type them again.',
      ownAccount: () =>
        'You cannot disable or reset the account you are using. Another security administrator must.',
      periodWrong: (d) =>
        of(d, 'why') === 'taken'
          ? `${of(d, 'period')} is there already; nothing was added. To move its dates open it in the list.`
          : of(d, 'why') === 'name'
            ? `The period is wrong${of(d, 'got') && `: got “${of(d, 'got')}”`}. Write a quarter as 2022Q3, a base year as 2019.`
            : 'The dates are out of order: it opens before it is due, is late no earlier than it is due, and is not locked before it is late.',
      cityWrong: (d) =>
        of(d, 'why') === 'taken'
          ? `A city with the code ${of(d, 'got')} is there already; nothing was added. To correct its names open it in the list.`
          : of(d, 'why') === 'name'
            ? 'Give every name: of the city and its province, in Chinese and English, and the pinyin for ordering.'
            : of(d, 'why') === 'cohort'
              ? `The cohort is the year of selection, such as 2020; got “${of(d, 'got')}”.`
              : `The city code is wrong${of(d, 'got') && `: got “${of(d, 'got')}”`}. Expected a division code of six digits.`,
      fileEmpty: () => 'The file is empty: not a single byte. Export it again, then upload it.',
      fileTooLarge: (d) =>
        `The file is too large: at most ${of(d, 'limit')} MB, got ${of(d, 'got')} MB. Remove pictures and sheets that are not needed, then upload it.`,
      fileOtherKind: () =>
        'This is no table: only .xlsx workbooks and .csv text tables are taken. Save it as .xlsx in Excel or WPS, then upload it.',
      fileRenamed: (d) =>
        `Ending and content differ: the “.${of(d, 'ending')}” file holds ${kindsEn[of(d, 'what')] ?? 'something else'}. Open it in Excel or WPS and save it as .xlsx, then upload it.`,
      fileOldExcel: () =>
        'This is the old format of Excel 97–2003 (.xls); only .xlsx is taken. Open it and save it as “Excel Workbook (*.xlsx)”, then upload it.',
      fileBinaryExcel: () =>
        'This is a binary workbook (.xlsb); only .xlsx is taken. Open it and save it as “Excel Workbook (*.xlsx)”, then upload it.',
      fileEncrypted: () =>
        'The file is locked with a password and cannot be read. Remove the password in Excel or WPS, save, then upload it.',
      fileActive: (d) =>
        `The file holds ${activeEn[of(d, 'what')] ?? 'something that runs'} and is not taken. Save it as .xlsx without macros and embedded objects, then upload it.`,
      fileDamaged: (d) =>
        `The file is damaged; nothing of it was read${of(d, 'part') && ` (“${of(d, 'part')}” inside it cannot be read)`}. Save or export it again, then upload it.`,
      fileUnsafe: (d) =>
        `The file is built strangely (${unsafeEn[of(d, 'why')] ?? 'against the standard'}) and was not read, for safety. Copy the data into a new workbook, save, then upload it.`,
      fileTooBig: (d) =>
        `The table is too big: at most ${of(d, 'limit')} ${sizesEn[of(d, 'what')] ?? 'items'}. Split it into several files or remove what is not needed, then upload it.`,
      fileSlow: (d) =>
        `The file is too complex: it was not read within ${of(d, 'seconds')} seconds, and nothing of it was taken. Copy the data into a new workbook, then upload it.`,
      fileBusy: () =>
        'Many files are being read at this moment. Upload it again in a minute; nothing was read.',
      fileNoTable: () =>
        'There is no data in the file. Make sure that it was filled in and saved, then upload it.',
      fileEncoding: () =>
        'The encoding of the text is not known: a CSV file is UTF-8 or GB 18030 (GBK). Save it as “CSV UTF-8” or .xlsx, then upload it.',
      fileQuoteOpen: (d) =>
        `A quotation mark in line ${of(d, 'line')} does not close, so the columns cannot be told. Close it, or save the table as .xlsx, then upload it.`,
      documentNotMade: () =>
        'No PDF was made this time: the portal is busy, or it took more than a minute. The submission is not touched; try again later, or print this page.',
      exportsOpen: (d) =>
        `At most ${of(d, 'most')} exports of a person are made at a time; you have ${of(d, 'got')} waiting or being made. Wait for one, or cancel one, and ask again.`,
      exportsDay: (d) =>
        `A person may ask for at most ${of(d, 'most')} exports a day; you asked for ${of(d, 'got')} today. Ask again tomorrow, or fetch what is made.`,
      exportEmpty: () =>
        'There is no city to export: an export needs at least one that you may read. Choose other cities or another province.',
      exportOver: () =>
        'This export is made, cancelled or expired and can no longer be cancelled or tried again. Reload the page.',
      exportGone: () =>
        'This export has no file: it is not made yet, or it expired and was deleted. Ask for it again.',
      exportRightsLost: () =>
        'This export holds cities that you may no longer read and cannot be fetched. Ask for it again with today’s rights.',
      tooManyTries: (d) =>
        `More than ${of(d, 'limit')} numbers within a minute were none. Compare the number on the receipt, and try again in a minute.`,
      formWrong: () => 'The form was incomplete; nothing was done. Reload the page and try again.',
    },
    nothingChanged: 'Nothing was changed.',
    signInBeside: 'Sign in in a new tab, then come back and send this again',
  },
)
