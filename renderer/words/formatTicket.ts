/** Groups a drop ticket number for reading: "0427 000012". Anything else stays as it is. */
export function formatTicket(ticket: string): string {
  return /^\d{10}$/.test(ticket) ? `${ticket.slice(0, 4)} ${ticket.slice(4)}` : ticket;
}
