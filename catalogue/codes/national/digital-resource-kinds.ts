import { defineCodes } from '../../../src/language/codes.ts'

export const digitalResourceKinds = defineCodes({
  name: 'digital-resource-kinds',
  label: { zh: '数字资源类型', en: 'Kind of digital resource' },
  officialName: 'SZZYLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    text: { zh: '文本资源', en: 'Text' },
    image: { zh: '图形图像', en: 'Image' },
    presentation: { zh: '演示文稿', en: 'Presentation' },
    'micro-lesson': { zh: '微课资源', en: 'Micro-lesson' },
    video: { zh: '视频资源', en: 'Video' },
    animation: { zh: '动画资源', en: 'Animation' },
    interactive: { zh: '交互资源', en: 'Interactive resource' },
    'virtual-simulation': { zh: '虚拟仿真实训资源', en: 'Virtual simulation for training' },
  },
  official: {
    text: '1',
    image: '2',
    presentation: '3',
    'micro-lesson': '4',
    video: '5',
    animation: '6',
    interactive: '7',
    'virtual-simulation': '8',
  },
})
