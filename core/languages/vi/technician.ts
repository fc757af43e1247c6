/** Words of the technician's screens. */
export const technician = {
  technician: {
    entering: "Đang vào chế độ kỹ thuật",
    enteringLead: "Máy chờ các phần của chương trình dừng việc.",
    title: "Chế độ kỹ thuật",
    secondPerson: "Cần người thứ hai",
    secondPersonLead: "Mời người thứ hai đưa thẻ ra trước camera, rồi nhập mã PIN của mình.",
    evacuation: "Mở lần lượt các ngăn",
    leave: "Rời chế độ kỹ thuật",
  },
} as const;
