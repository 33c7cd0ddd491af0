import type { Label } from '../../../language/label.ts'

/** The words of a college's own layer over the shipped dictionary. */
export const layerTexts = {
  'layer.title': { zh: '改动词典中的技能', en: 'Skills of the dictionary' },
  'layer.hint': {
    zh: '随系统提供的技能也可以改名，或并入另一项技能。改动只属于本校，不动原词典；保存前先看影响，之后可以撤销。',
    en: 'A shipped skill may get another name or count as another skill: your own layer over the dictionary. You see the effect first and can undo it later.',
  },
  'layer.skill': { zh: '技能', en: 'Skill' },
  'layer.open': { zh: '改名或并入…', en: 'Rename or merge…' },
  'layer.of': { zh: '词典中的技能：{skill}', en: 'Skill of the dictionary: {skill}' },
  'layer.none': { zh: '没有招聘信息要求它。', en: 'No advertisement asks for it.' },
  'layer.export': { zh: '下载本校词典', en: 'Download your dictionary' },
  'term.rename': { zh: '改名', en: 'Rename' },
  'term.join': { zh: '并入另一项技能', en: 'Count as another skill' },
  'term.rename.hint': {
    zh: '以后各处都用新名称；原来的各种写法照样读得出。',
    en: 'The new name is used everywhere; all ways of writing it are still read.',
  },
  'term.join.hint': {
    zh: '它的各种写法都计入所选的技能，不再单列。',
    en: 'All its ways of writing count as the skill chosen.',
  },
  'decided.rename': { zh: '“{term}”改名为“{name}”（{kind}）', en: '"{term}" is called "{name}" ({kind})' },
  'decided.join': { zh: '“{term}”并入“{name}”', en: '"{term}" counts as "{name}"' },
} satisfies Record<string, Label>
