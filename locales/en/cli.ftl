# Messages
