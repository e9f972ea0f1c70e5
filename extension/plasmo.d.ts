declare module "data-text:*" {
  const content: string;
  export default content;
}
