import type { collection as master } from "../vi/collection.ts";
import type { WordsLike } from "../wordsLike.ts";

export const collection: WordsLike<typeof master> = {
  collectionRail: {
    credential: "回执或取件码",
    secondValue: "电话号码",
    door: "打开柜门",
  },
  credential: {
    title: "请把收件回执\n对准摄像头",
    lead: "机器读取回执上的二维码，也可以输入短信中的取件码。",
    typeKey: "输入 8 位取件码",
    scanKey: "用摄像头读取回执",
    typeTitle: "输入 8 位取件码",
    typeLead: "取件码在通知结果的短信里。",
    confirm: "继续",
    missing: "请输入全部 8 位。",
  },
  secondValue: {
    title: "输入电话号码最后四位",
    lead: "递交时留下的号码，或您自己选的四位数字。输满四位，柜门自动打开。",
    checking: "正在核对四位数字。",
    found: "已读取 <b>{{reference}}</b>。结果在机器里。",
    wrong_other: "这四位数字不符，还可以再试 {{count}} 次。",
    other: "代领，或已换号码",
    otherTitle: "代领，或已换号码",
    proxy: "代领人需要回执（或取件码）和递交人留下的四位数字。",
    changed: "已换号码：仍输入旧号码的最后四位。",
    forgotten: "忘记了四位数字：请带回执和身份证到窗口，或拨打 {{hotline}}。",
  },
  locked: {
    titleCredential: "此回执暂时锁定",
    titleMachine: "机器暂停接受取件码",
    credential: "四位数字多次输入错误。结果在柜中很安全。",
    machine: "本机连续多次输入错误的码。所有结果都很安全。",
    until: "请在 {{day}} {{time}} 以后再试。",
    counter: "也可以带回执和身份证到窗口，工作人员马上解锁。",
    staffOnly: "请带回执和身份证到窗口，由工作人员解锁。",
  },
  notReady: {
    keep: "请保管好回执，以后再来。",
  },
  collect: {
    openingTitle: "正在打开 {{door}} 号柜",
    openTitle: "{{door}} 号柜门已打开",
    openLead: "请取出结果，然后关好柜门。",
    stepTake: "取出结果",
    confirmTitle: "您取到结果了吗？",
    confirmLead: "{{door}} 号柜门已关好。",
    taken: "已取出结果",
    nothing: "没有取",
    nothingText: "没有取的话，结果仍在柜里，下次再来领取。",
    failedTitle: "{{door}} 号柜没有打开",
    failedLead: "结果在柜中很安全，取件码仍然有效。",
    tryAgain: "再试 {{door}} 号柜",
    counter: "请再试一次，或带事件编号到窗口。",
  },
};
