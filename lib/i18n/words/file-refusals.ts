import { bilingual } from '../bilingual'
import { formatBytes } from '../format-bytes'

type Particulars = Readonly<Record<string, string>>

const of = (detail: Particulars, name: string): string => detail[name] ?? ''
const size = (detail: Particulars, name: string): string => formatBytes(Number(detail[name] ?? 0))
const called = (detail: Particulars): string => of(detail, 'name') && `“${of(detail, 'name')}”`

/** What can be wrong with a file that somebody brings, part of the registry of refusals. */
export const fileRefusals = bilingual(
  {
    uploadEmpty: () => '这个文件是空的（0 字节），没有上传。请检查文件后重新选择。',
    uploadTooLarge: (d: Particulars) =>
      `文件过大：${size(d, 'got')}，每个文件最多 ${size(d, 'limit')}。请压缩、降低扫描精度或分成几个文件后再上传。`,
    fileNameMissing: () => '文件没有名称，没有上传。请改名后重新选择。',
    fileKindRefused: (d: Particulars) =>
      of(d, 'why') === 'program'
        ? `${called(d)}的内容是可执行程序，不能作为佐证材料。请上传证明文件本身，例如 PDF 或图片。`
        : of(d, 'why') === 'page'
          ? `${called(d)}的内容是网页或 SVG，可能含有脚本，不能作为佐证材料。请另存为 PDF 或图片后上传。`
          : of(d, 'why') === 'name'
            ? `${called(d)}的扩展名属于程序或网页，不能作为佐证材料。请上传证明文件本身，例如 PDF 或图片。`
            : `认不出${called(d)}的内容，没有上传。可用 PDF、OFD、图片（PNG、JPEG、WebP、TIFF、HEIC）、Office 与 WPS 文档、CSV 与纯文本、ZIP；类型按内容判断，不看扩展名。`,
    quotaReached: (d: Particulars) =>
      `本市文件空间不够，没有上传：已用 ${size(d, 'used')}，上限 ${size(d, 'allowed')}，这个文件 ${size(d, 'size')}。请取消未传完的文件，或请系统管理员提高上限。`,
    quotaWrong: (d: Particulars) =>
      `上限应为 1 到 ${of(d, 'limit')} 的整数（MiB），收到“${of(d, 'got')}”，没有改动。请只填数字，例如 10240（即 10 GiB）。`,
    quotaTooLow: (d: Particulars) =>
      `上限不能低于该市已经存放的文件：已用 ${size(d, 'used')}，收到 ${size(d, 'got')}，没有改动。文件一经保存不删除，请填不低于已用量的数。`,
    bytesDiffer: (d: Particulars) =>
      `收到的内容与原文件不一致（应为 ${size(d, 'expected')}，收到 ${size(d, 'got')}，或摘要不符），没有保存。多半是网络或代理截断、改动了内容，请再传一次。`,
    storeFull: () => '服务器的文件空间已满，没有保存。请联系系统管理员；腾出空间后可以继续上传。',
    uploadUnknown: () => '这次上传已经结束、取消或过期，没有继续。请重新选择文件上传。',
    pieceMisplaced: (d: Particulars) =>
      `这一段不衔接：服务器已收到 ${size(d, 'at')}，应从那里继续。请点“继续上传”。`,
    fileUnknown: () => '没有找到这个文件。请刷新页面，从本市文件中重新选择。',
    evidenceTargetUnknown: () => '没有找到要附材料的行或说明，可能已被移除或改动。请刷新页面后重试。',
    evidenceTooMany: (d: Particulars) =>
      `同一处最多附 ${of(d, 'limit')} 个文件。请先移除不需要的，或合并后上传。`,
  },
  {
    uploadEmpty: () => 'The file is empty (0 bytes) and was not uploaded. Look at it and choose it again.',
    uploadTooLarge: (d) =>
      `The file is too large: ${size(d, 'got')}, at most ${size(d, 'limit')} each. Compress it, scan it coarser, or split it, then upload.`,
    fileNameMissing: () => 'The file has no name and was not uploaded. Rename it and choose it again.',
    fileKindRefused: (d) =>
      of(d, 'why') === 'program'
        ? `The content of ${called(d)} is a program and cannot be evidence. Upload the document itself, as PDF or image.`
        : of(d, 'why') === 'page'
          ? `The content of ${called(d)} is a web page or SVG, which may hold scripts, and cannot be evidence. Save it as PDF or image, then upload.`
          : of(d, 'why') === 'name'
            ? `The ending of ${called(d)} is one of programs or web pages; it cannot be evidence. Upload the document itself, as PDF or image.`
            : `The content of ${called(d)} is not recognised; nothing was uploaded. Use PDF, OFD, images (PNG, JPEG, WebP, TIFF, HEIC), Office and WPS documents, CSV and plain text, or ZIP. The content decides, not the ending.`,
    quotaReached: (d) =>
      `The city has no room for this file; nothing was uploaded. Used ${size(d, 'used')} of ${size(d, 'allowed')}, this file ${size(d, 'size')}. Cancel unfinished uploads, or ask the system administrator for more.`,
    quotaWrong: (d) =>
      `The limit is a whole number of MiB from 1 to ${of(d, 'limit')}; received “${of(d, 'got')}”, nothing was changed. Enter digits only, such as 10240 (10 GiB).`,
    quotaTooLow: (d) =>
      `The limit cannot be lower than what the city keeps already: used ${size(d, 'used')}, received ${size(d, 'got')}; nothing was changed. Files are never deleted, so enter at least what is used.`,
    bytesDiffer: (d) =>
      `What arrived is not the file that was sent (expected ${size(d, 'expected')}, received ${size(d, 'got')}, or the digest differs); nothing was kept. A network or proxy probably cut or changed it: upload it again.`,
    storeFull: () =>
      'The server has no room for files; nothing was kept. Tell the system administrator; the upload can go on when there is room.',
    uploadUnknown: () =>
      'This upload is finished, cancelled or too old; it was not continued. Choose the file again.',
    pieceMisplaced: (d) =>
      `This piece does not follow on: the server has ${size(d, 'at')}, and goes on from there. Press “Continue”.`,
    fileUnknown: () => 'This file is not there. Reload the page and choose one of the city’s files.',
    evidenceTargetUnknown: () =>
      'The row or explanation that this was for is not there; it may have been taken out or changed. Reload the page and try again.',
    evidenceTooMany: (d) =>
      `At most ${of(d, 'limit')} files in one place. Take out what is not needed, or join files before uploading.`,
  },
)
