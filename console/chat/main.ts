import { Chat } from './chat';

const root = document.getElementById('chat');
if (root) new Chat(root).start();
