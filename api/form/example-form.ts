/** The file of the example: an attachment of the kind `evidence` that was uploaded to the same draft before. */
export const exampleEvidence = '5f0c2a54-6d1e-4c58-9a3f-0b7d2a91c6e4';

/** A form that the notice of Liaoning accepts as complete, for the draft that the documentation shows as its example. */
export const exampleForm = {
  summary: {
    gender: 'male',
    bornOn: '1982-01-01',
    education: '大学本科',
    degree: '工学学士',
    graduatedFrom: '东北大学',
    graduatedOn: '2004-07-01',
    currentTitle: '工程师',
    currentTitleSince: '2018-06-01',
    position: '机器人研发部工程师',
  },
  achievements: [
    {
      id: 'a1',
      title: '柔性装配机器人生产线研制',
      category: 'project',
      role: 'lead',
      from: '2019-01',
      to: '2022-12',
      content: '主持总体方案设计和样机调试。',
      proofs: [{ kind: 'contract', sealedOn: '2022-12-20', file: exampleEvidence }],
    },
  ],
  secrets: 'none',
  pledge: {
    text: '本人承诺：所提供的个人信息和申报材料真实准确，对因提供有关信息、证件不实或违反有关规定造成的后果，责任自负，并按有关规定接受相关处罚',
  },
};
