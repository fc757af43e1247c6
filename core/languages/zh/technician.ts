import type { technician as master } from "../vi/technician.ts";
import type { WordsLike } from "../wordsLike.ts";

export const technician: WordsLike<typeof master> = {
  technician: {
    entering: "正在进入技术模式",
    enteringLead: "正在等待程序各部分停止工作。",
    title: "技术模式",
    secondPerson: "需要第二个人",
    secondPersonLead: "请第二个人出示工作卡并输入自己的密码。",
    evacuation: "正在依次打开柜门",
    leave: "退出技术模式",
  },
};
