import { bilingual } from '../bilingual'
import { formatBytes } from '../format-bytes'

type Particulars = Readonly<Record<string, string>>

const of = (detail: Particulars, name: string): string => detail[name] ?? ''
const size = (detail: Particulars, name: string): string => formatBytes(Number(detail[name] ?? 0))

/** A city by its name, where that is known, and its code. */
const cityZh = (name: string, unnamed: string, code: string): string => `${name || unnamed}（代码 ${code}）`
const cityEn = (name: string, unnamed: string, code: string): string => `${name || unnamed} (code ${code})`

/** What can be wrong with a table that is to be taken over into a report, part of the registry of refusals. */
export const importRefusals = bilingual(
  {
    importBusy: () => '您上传的另一个文件还在读取，一次只读一个。请等它读完后再上传。',
    importTooLarge: (d: Particulars) =>
      `文件过大：${size(d, 'got')}，上传导入的文件最多 ${size(d, 'limit')}。请删除图片和无关的工作表，或分成几个文件后再上传。`,
    workbookForged: () =>
      '这个文件自称是本系统的填报工作簿，但校验不符：标识被改动，或来自另一个系统。没有读取。请重新下载本期工作簿填写，或把内容另存为普通表格后上传。',
    workbookToRead: (d: Particulars) =>
      `这个工作簿是回看的内容（${of(d, 'knownAt')} 时所知），只供查看；能上传的是可填写的本期工作簿。没有读取，以免把过去的内容当作现在的写回。请在本页下载本期工作簿，把要改的内容填进去再上传。`,
    templateUnknown: (d: Particulars) =>
      `工作簿的模板版本是 ${of(d, 'got')}，本系统只认到 ${of(d, 'expected')}。没有读取。请在本页重新下载工作簿。`,
    cityOther: (d: Particulars) =>
      `文件属于${cityZh(of(d, 'gotZh'), '另一个城市', of(d, 'got'))}，本页是${cityZh(of(d, 'expectedZh'), '本市', of(d, 'expected'))}。没有读取。请选择本市的文件。`,
    periodOther: (d: Particulars) =>
      `文件属于${of(d, 'period')}，不是本页的填报期（${of(d, 'expected')}）。没有读取，以免把往期的数当作本期。请下载本期工作簿，或到那一期的报表上传。`,
    nothingToRead: () =>
      '文件里没有找到可以识别的表：需要一行列标题，例如“指标”“本期数”，或台账的“企业名称”“统一社会信用代码”。没有读取。请补上列标题，或下载本期工作簿填写。',
    proposalUnknown: () => '没有找到这次上传。请从上传记录中重新选择。',
    proposalAnswered: (d: Particulars) =>
      `这次上传已由${of(d, 'by')}处理${of(d, 'at') && `（${of(d, 'at')}）`}，没有再次写入。请查看上传记录；如需更改，请重新上传。`,
    problemsOpen: (d: Particulars) =>
      `文件中还有 ${of(d, 'problems')} 处问题，没有写入。请在文件中改正后重新上传。`,
    proposalMoved: () =>
      '确认前报表又有改动，与您看到的差异不再一致，没有写入。下面是按现有内容重新比较的差异，请核对后再确认。',
    changesBlocked: (d: Particulars) =>
      `有 ${of(d, 'blocked')} 处按规则不能写入，因此都没有写入。请按表中说明改正文件后重新上传。`,
    formulasUnconfirmed: (d: Particulars) =>
      `有 ${of(d, 'formulas')} 处取自公式的结果，尚未确认，没有写入。请核对表中标出的公式，勾选确认后再写入。`,
    nothingToImport: () => '文件与系统中的内容完全一致，没有可写入的改动。可以放弃这次上传。',
  },
  {
    importBusy: () =>
      'Another file of yours is still being read, one at a time. Wait until it is done, then upload this one.',
    importTooLarge: (d) =>
      `The file is too large to be read: ${size(d, 'got')}, at most ${size(d, 'limit')}. Take out pictures and other sheets, or split it, then upload.`,
    workbookForged: () =>
      'The file says it is a workbook of this portal, but its seal does not hold: the marks were changed, or it is from another portal. Nothing was read. Download this period’s workbook again, or save its content as a plain table and upload that.',
    workbookToRead: (d) =>
      `This workbook looks back: it says what was known at ${of(d, 'knownAt')} and is to be read only; what can be uploaded is the workbook to fill in. Nothing was read, so that nothing past is written over what is there now. Download this period’s workbook from this page, fill in what is to change, and upload that.`,
    templateUnknown: (d) =>
      `The workbook is of template ${of(d, 'got')}; this portal knows templates up to ${of(d, 'expected')}. Nothing was read. Download the workbook from this page again.`,
    cityOther: (d) =>
      `The file is of ${cityEn(of(d, 'gotEn'), 'another city', of(d, 'got'))}; this page is of ${cityEn(of(d, 'expectedEn'), 'your city', of(d, 'expected'))}. Nothing was read. Choose a file of this city.`,
    periodOther: (d) =>
      `The file is of ${of(d, 'period')}, not of the period of this page (${of(d, 'expected')}). Nothing was read, so that no old figure is taken for a new one. Download this period’s workbook, or upload it on the page of its own period.`,
    nothingToRead: () =>
      'No table that can be recognised: a line of heads is needed, such as “Result” and “This period”, or of a register “Enterprise” and “Credit code”. Nothing was read. Add the heads, or fill in this period’s workbook.',
    proposalUnknown: () => 'This upload is not there. Choose one from the list of uploads.',
    proposalAnswered: (d) =>
      `This upload was dealt with by ${of(d, 'by')}${of(d, 'at') && `, ${of(d, 'at')}`}; nothing was written again. See the list of uploads; for other changes upload again.`,
    problemsOpen: (d) =>
      `The file still has ${of(d, 'problems')} problems; nothing was written. Correct them in the file and upload it again.`,
    proposalMoved: () =>
      'The report changed before you confirmed and is no longer what you saw; nothing was written. Below it is compared anew: check it, then confirm.',
    changesBlocked: (d) =>
      `${of(d, 'blocked')} of the changes cannot be written by the rules, so none was. Correct the file as the table says and upload it again.`,
    formulasUnconfirmed: (d) =>
      `${of(d, 'formulas')} of the changes are results of formulas and not confirmed; nothing was written. Check the formulas marked in the table, tick the box, then write.`,
    nothingToImport: () =>
      'The file says exactly what the portal has; there is nothing to write. You can leave this upload.',
  },
)
