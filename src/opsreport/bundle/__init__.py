"""What the user wrote, decoded: metrics, texts, problems and plans, before any judgement."""
