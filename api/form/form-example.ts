/** A form that lacks nothing for the draft that `POST /v1/applications` has as its example. */
export const formExample = {
  summary: {
    gender: 'female',
    bornOn: '1982-03-14',
    education: '大学本科',
    degree: '工学硕士',
    currentTitle: '工程师',
    currentTitleSince: '2017-09-30',
    position: '机器人研发部主任',
  },
  achievements: [
    {
      id: 'a1',
      title: '六轴工业机器人控制器研制',
      category: 'project',
      role: 'lead',
      from: '2019-01',
      to: '2021-12',
      content: '负责总体方案与控制算法。',
      proofs: [
        { kind: 'contract', sealedOn: '2019-01-15', roleShown: 'lead' },
        { kind: 'acceptance', sealedOn: '2021-12-20' },
      ],
      conditions: ['1'],
    },
  ],
  contribution: '主持两项省级项目。',
  secrets: 'none',
  pledge: {
    text: '本人承诺：所提供的个人信息和申报材料真实准确，对因提供有关信息、证件不实或违反有关规定造成的后果，责任自负，并按有关规定接受相关处罚',
  },
};
