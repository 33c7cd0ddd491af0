import type { Label } from '../language/label.ts'

/** The words in inputs of fields. */
export const viewTexts = {
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  closed: { zh: '（停用）', en: ' (out of use)' },
  clear: { zh: '清除', en: 'Clear' },
  choose: { zh: '请选择', en: 'Choose' },
  searchAndChoose: { zh: '输入名称或编号查找', en: 'Type a name or number' },
  nothingFound: { zh: '没有找到', en: 'Nothing found' },
  searching: { zh: '正在查找…', en: 'Searching…' },
  searchFailed: { zh: '查找失败，请重试', en: 'The search failed; try again' },
  chooseRegion: { zh: '输入或选择地区', en: 'Type or choose a region' },
  chooseFiles: { zh: '选择文件', en: 'Choose files' },
  remove: { zh: '移除', en: 'Remove' },
  uploadFailed: { zh: '上传失败', en: 'Upload failed' },
  uploading: { zh: '正在上传', en: 'Uploading' },
  tooLarge: { zh: '文件太大', en: 'The file is too large' },
  tooMany: { zh: '文件数量已达上限', en: 'No more files may be added' },
  yuan: { zh: '元', en: 'yuan' },
  tenThousandYuan: { zh: '万元', en: '10k yuan' },
} as const satisfies Record<string, Label>
