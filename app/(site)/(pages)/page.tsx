import { MainArea } from '../../_frame/main-area.tsx';

export default function HomePage() {
  return <MainArea>…</MainArea>;
}
